"""Due dates of a case as the law counts them: rules as data, a pure engine, and the reasons in three languages."""
