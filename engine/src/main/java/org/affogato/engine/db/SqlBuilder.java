package org.affogato.engine.db;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement under construction with the values bound to it. Text is constant, identifiers come from metadata. */
public final class SqlBuilder {
    private final StringBuilder text = new StringBuilder(256);
    private final List<@Nullable Object> values = new ArrayList<>();

    /** Adds constant text; never a caller's. */
    public SqlBuilder add(String sql) {
        text.append(sql);
        return this;
    }

    /** Adds another statement with its values. */
    public SqlBuilder add(SqlBuilder part) {
        text.append(part.text);
        values.addAll(part.values);
        return this;
    }

    /** Adds a quoted identifier. */
    public SqlBuilder name(String identifier) {
        text.append(SqlText.quote(identifier));
        return this;
    }

    /** Adds a quoted column of a quoted table or alias. */
    public SqlBuilder column(String table, String column) {
        return name(table).add(".").name(column);
    }

    /** Adds one bound value. */
    public SqlBuilder bind(@Nullable Object value) {
        text.append('?');
        values.add(value);
        return this;
    }

    /** Adds a list in parentheses of bound values, of which there is at least one. */
    public SqlBuilder bindAll(Collection<? extends @Nullable Object> all) {
        text.append('(').append(SqlText.marks(all.size())).append(')');
        values.addAll(all);
        return this;
    }

    public String sql() {
        return text.toString();
    }

    public List<@Nullable Object> values() {
        return values;
    }
}
