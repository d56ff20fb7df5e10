// What analysts decided
// In no order.
MATCH (d:Decision)
RETURN d.decision AS decision
