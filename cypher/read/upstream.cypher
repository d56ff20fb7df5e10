// What assessing one claim needs
// The statements on it and on claims that supersede it or differ from it in value, all that they rest on by however many steps, who
// may be who, and where each was read; beside it the claims that it is related to. Parameters: $claim, $limit (most statements).
MATCH (c:Claim {id: $claim})
WITH c, [c] + COLLECT { MATCH (c)-[:SUPERSEDES|CONFLICTS_IN_VALUE]-(o:Claim) WHERE o <> c RETURN DISTINCT o } AS weighed
WITH c, weighed, COLLECT {
    UNWIND weighed AS claim
    MATCH (s:Statement)-[:ASSERTS|CONFIRMS|PREDICTS|DENIES]->(claim)
    RETURN DISTINCT s ORDER BY s.id LIMIT toInteger($limit) + 1
  } AS found
WITH c, weighed, found[..toInteger($limit)] AS tops, size(found) > toInteger($limit) AS many
WITH c, weighed, tops, many, COLLECT {
    UNWIND tops AS top
    MATCH (top)-[:RELIES_ON|HAS_MENTION|VIA*0..]->(x)
    RETURN DISTINCT x
  } AS reached
// Of copied text whose direction is open, all alternatives; and what takes back what is reached.
WITH c, weighed, tops, many, reached + COLLECT {
    UNWIND reached AS x
    MATCH (x)-[r:RELIES_ON]->()
    WITH DISTINCT r.alternativeGroup AS group
    WHERE group IS NOT NULL
    MATCH (a)-[:RELIES_ON {alternativeGroup: group}]->(b)
    UNWIND [a, b] AS end
    RETURN DISTINCT end
  } + COLLECT {
    UNWIND reached AS x
    MATCH (t:Statement)-[:RETRACTS]->(x)
    RETURN DISTINCT t
  } AS more
WITH c, weighed, tops, many, COLLECT {
    UNWIND more AS m
    MATCH (m)-[:RELIES_ON|HAS_MENTION|VIA*0..]->(x)
    RETURN DISTINCT x
  } AS reached
WITH c, weighed, tops, many, [x IN reached WHERE x:Source] AS cited, COLLECT {
    UNWIND reached AS x
    WITH x WHERE x:Statement AND NOT x IN tops
    RETURN DISTINCT x ORDER BY x.id
  } AS rest
WITH c, weighed, cited, tops + rest[..toInteger($limit) - size(tops)] AS statements,
  many OR size(tops) + size(rest) > toInteger($limit) AS capped
WITH c, weighed, capped, statements, COLLECT {
    UNWIND cited + COLLECT { UNWIND statements AS s MATCH (s)-[:MADE_BY]->(u:Source) RETURN u } AS u
    MATCH (u)-[:SAME_AS*0..]-(v:Source)
    WITH DISTINCT v
    MATCH (v)-[:PART_OF*0..]->(w:Source)
    RETURN DISTINCT w
  } AS sources
WITH c, weighed, capped, statements, sources, COLLECT {
    UNWIND statements AS s
    MATCH (s)-[:HAS_MENTION]->(m:Mention)
    RETURN DISTINCT m
  } AS mentions
WITH c, weighed, capped, statements, sources, mentions, COLLECT {
    CALL (statements, sources, mentions) {
      UNWIND mentions AS m
      MATCH (m)-[:IN]->(a:Article)
      RETURN a
      UNION
      UNWIND statements + sources AS x
      MATCH (x)-[r:RELIES_ON]->()
      MATCH (a:Article {id: r.article})
      RETURN a
    }
    RETURN a
  } AS articles
WITH capped, articles, statements + sources + mentions + articles AS nodes, weighed + COLLECT {
    MATCH (c)-[:SUPERSEDES|CONFLICTS_IN_VALUE|CONTRADICTS|DETAIL_OF|RELATED]-(o:Claim)
    RETURN DISTINCT o
  } AS claims
WITH capped, articles, nodes + claims + COLLECT {
    UNWIND claims AS o
    MATCH (o)-[:ABOUT]->(e:Event)
    RETURN DISTINCT e
  } + COLLECT {
    UNWIND articles AS a
    MATCH (a)-[:PUBLISHED_BY]->(u:Source)
    RETURN DISTINCT u
  } AS nodes
UNWIND nodes AS n
WITH capped, collect(DISTINCT n) AS nodes
UNWIND nodes AS n
// A source may stand in very many articles: its places are looked up from the articles.
RETURN capped, labels(n) AS labels, properties(n) AS properties,
  [(n)-[r:RELIES_ON|RETRACTS|HAS_MENTION|IN|STATES|VIA|MADE_BY|ASSERTS|CONFIRMS|PREDICTS|DENIES|SAME_AS|NOT_SAME_AS|PART_OF|REUSES|SUPERSEDES|CONFLICTS_IN_VALUE|CONTRADICTS|DETAIL_OF|RELATED|PUBLISHED_BY|ABOUT]->(b)
    WHERE b IN nodes AND r.id IS NOT NULL
    | {type: type(r), from: n.id, to: b.id, properties: properties(r)}]
  + [(n)<-[r:MENTIONED_IN]-(b) WHERE b IN nodes AND r.id IS NOT NULL
    | {type: type(r), from: b.id, to: n.id, properties: properties(r)}] AS edges
