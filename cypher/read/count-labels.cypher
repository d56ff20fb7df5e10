// How many nodes there are
// Of each label; the server keeps these counts.
MATCH (n:Article) RETURN 'Article' AS label, count(n) AS n
UNION ALL
MATCH (n:Mention) RETURN 'Mention' AS label, count(n) AS n
UNION ALL
MATCH (n:Statement) RETURN 'Statement' AS label, count(n) AS n
UNION ALL
MATCH (n:Source) RETURN 'Source' AS label, count(n) AS n
UNION ALL
MATCH (n:Agency) RETURN 'Agency' AS label, count(n) AS n
UNION ALL
MATCH (n:Person) RETURN 'Person' AS label, count(n) AS n
UNION ALL
MATCH (n:Outlet) RETURN 'Outlet' AS label, count(n) AS n
UNION ALL
MATCH (n:Group) RETURN 'Group' AS label, count(n) AS n
UNION ALL
MATCH (n:Document) RETURN 'Document' AS label, count(n) AS n
UNION ALL
MATCH (n:Data) RETURN 'Data' AS label, count(n) AS n
UNION ALL
MATCH (n:Claim) RETURN 'Claim' AS label, count(n) AS n
UNION ALL
MATCH (n:Event) RETURN 'Event' AS label, count(n) AS n
