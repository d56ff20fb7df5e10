// What assessing one claim needs
// The statements on it and on claims that supersede it or differ from it in value, all that they rest on by however many steps, who
// may be who, and where each was read. Parameters: $claim, $limit (most statements on these claims).
MATCH (c:Claim {id: $claim})
WITH c, [c] + COLLECT { MATCH (c)-[:SUPERSEDES|CONFLICTS_IN_VALUE]-(o:Claim) RETURN DISTINCT o } AS claims
WITH claims, COLLECT {
    UNWIND claims AS claim
    MATCH (s:Statement)-[:ASSERTS|CONFIRMS|PREDICTS|DENIES]->(claim)
    RETURN DISTINCT s ORDER BY s.id LIMIT toInteger($limit) + 1
  } AS found
WITH claims, found[..toInteger($limit)] AS tops, size(found) > toInteger($limit) AS capped
WITH claims, capped, COLLECT {
    UNWIND tops AS top
    MATCH (top)-[:RELIES_ON*0..]->(x)
    RETURN DISTINCT x
  } AS reached
// Of copied text whose direction is open, all alternatives.
WITH claims, capped, reached + COLLECT {
    UNWIND reached AS x
    MATCH (x)-[r:RELIES_ON]->()
    WHERE r.alternativeGroup IS NOT NULL
    WITH DISTINCT r.alternativeGroup AS group
    MATCH (a)-[other:RELIES_ON {alternativeGroup: group}]->(b)
    UNWIND [a, b] AS end
    RETURN DISTINCT end
  } AS reached
WITH claims, capped, reached + COLLECT {
    UNWIND reached AS x
    MATCH (t:Statement)-[:RETRACTS]->(x)
    RETURN DISTINCT t
  } AS reached
WITH claims, capped, [x IN reached WHERE x:Statement] AS statements, [x IN reached WHERE x:Source] AS cited
WITH claims, capped, statements, COLLECT {
    UNWIND cited + COLLECT { UNWIND statements AS s MATCH (s)-[:MADE_BY]->(u:Source) RETURN u } AS u
    MATCH (u)-[:SAME_AS*0..]-(v:Source)
    WITH DISTINCT v
    MATCH (v)-[:PART_OF*0..]->(w:Source)
    RETURN DISTINCT w
  } AS sources
WITH claims, capped, statements, sources, COLLECT {
    UNWIND statements AS s
    MATCH (s)-[:HAS_MENTION]->(m:Mention)
    RETURN DISTINCT m
  } AS mentions
WITH claims, capped, statements, sources, mentions, COLLECT {
    UNWIND mentions AS m
    MATCH (m)-[:IN]->(a:Article)
    RETURN DISTINCT a
  } AS articles
WITH capped, claims + statements + sources + mentions + articles AS nodes
UNWIND nodes AS n
WITH capped, collect(DISTINCT n) AS nodes
UNWIND nodes AS n
RETURN capped, labels(n) AS labels, properties(n) AS properties,
  [(n)-[r:RELIES_ON|RETRACTS|HAS_MENTION|IN|STATES|VIA|MADE_BY|ASSERTS|CONFIRMS|PREDICTS|DENIES|SAME_AS|NOT_SAME_AS|PART_OF|REUSES|SUPERSEDES|CONFLICTS_IN_VALUE|CONTRADICTS|DETAIL_OF|RELATED|PUBLISHED_BY|ABOUT]->(b)
    WHERE b IN nodes AND r.id IS NOT NULL
    | {type: type(r), from: n.id, to: b.id, properties: properties(r)}] AS edges
