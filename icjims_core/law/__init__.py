"""How the law looks at a case: its recorded steps, references to articles, rules kept as data, findings."""
