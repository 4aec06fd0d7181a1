"""How contracts are followed up: the risk class, the plan it asks for, and whether what was planned was done."""
