package org.affogato.engine.query;

import org.affogato.engine.db.SqlBuilder;

/** Writes a filter as SQL with bound values: lists and counts differ in what they do with empty columns. */
interface FilterSql {
    void add(SqlBuilder sql, Filter filter);
}
