package org.affogato.engine.db;

import java.util.EnumSet;
import java.util.Set;
import org.affogato.engine.meta.Column;
import org.affogato.engine.meta.DocField;

/** A wanted column with its keys. */
record ShapedColumn(String name, Column column, Set<Trait> traits) {
    private static final Set<String> WITHOUT_KEYS = Set.of("text", "longtext", "json");
    private static final String VARCHAR = "varchar(";

    /** What else is to be known of a column. */
    enum Trait {
        UNIQUE,
        /** The field asks for an index; where it is unique too, that key serves. */
        INDEXED,
        /** The field asks for NOT NULL, whatever its type does. */
        NOT_NULL_ASKED,
        /** The field's default is worked out per document, hence none of the column's. */
        DYNAMIC_DEFAULT,
        /** The type is {@code text} only because the row would be too long. */
        SQUEEZED
    }

    static ShapedColumn of(DocField field, Column column) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (!WITHOUT_KEYS.contains(column.type())) {
            add(traits, Trait.UNIQUE, field.unique());
            add(traits, Trait.INDEXED, field.is("search_index"));
        }
        add(traits, Trait.NOT_NULL_ASKED, field.is("not_nullable"));
        add(traits, Trait.DYNAMIC_DEFAULT, field.defaultValue() != null && column.defaultValue() == null);
        return new ShapedColumn(field.fieldname(), column, traits);
    }

    private static void add(Set<Trait> traits, Trait trait, boolean wanted) {
        if (wanted) {
            traits.add(trait);
        }
    }

    /** The length of a varchar type; 0 for any other. */
    static int varcharLength(String type) {
        boolean isVarchar = type.startsWith(VARCHAR) && type.endsWith(")");
        return isVarchar ? Integer.parseInt(type, VARCHAR.length(), type.length() - 1, 10) : 0;
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether an index has to be made. One beside a unique key is Frappe's, which adds it to tables that stand. */
    boolean needsIndex() {
        return is(Trait.INDEXED) && !is(Trait.UNIQUE);
    }

    boolean hasKey() {
        return is(Trait.UNIQUE) || is(Trait.INDEXED);
    }

    /** The same as {@code text}, to save room in the row. */
    ShapedColumn squeeze() {
        Set<Trait> more = EnumSet.of(Trait.SQUEEZED);
        more.addAll(traits);
        return new ShapedColumn(name, new Column("text", column.nullable(), column.defaultValue()), more);
    }

    ShapedColumn withType(String type) {
        return new ShapedColumn(name, new Column(type, column.nullable(), column.defaultValue()), traits);
    }

    /** {@code `title` varchar(140) NOT NULL DEFAULT 'x'}. */
    String definition() {
        StringBuilder text = new StringBuilder(SqlText.quote(name)).append(' ').append(column.type());
        if (!column.nullable()) {
            text.append(" NOT NULL");
        }
        if (column.defaultValue() != null) {
            text.append(" DEFAULT ").append(DefaultLiteral.quote(column.defaultValue()));
        }
        return text.toString();
    }
}
