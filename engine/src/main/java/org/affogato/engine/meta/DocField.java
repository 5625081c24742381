package org.affogato.engine.meta;

import org.jspecify.annotations.Nullable;

/**
 * One field of a DocType. Frequently asked properties are final fields, every other one is reached through
 * {@link #attributes()}. Frappe: DocField, Custom Field.
 */
public final class DocField {
    private final Attributes attributes;
    private final FieldType type;
    private final String fieldname;
    private final String label;
    private final @Nullable String options;
    private final @Nullable String defaultValue;
    private final @Nullable String fetchFrom;
    private final int permlevel;
    private final int length;
    private final boolean reqd;
    private final boolean unique;
    private final boolean virtual;

    public DocField(Attributes attributes, FieldType type) {
        this.attributes = attributes;
        this.type = type;
        this.fieldname = attributes.text("fieldname", "");
        this.label = attributes.text("label", "");
        this.options = attributes.text("options");
        this.defaultValue = attributes.text("default");
        this.fetchFrom = attributes.text("fetch_from");
        this.permlevel = attributes.integer("permlevel");
        this.length = attributes.integer("length");
        this.reqd = attributes.check("reqd");
        this.unique = attributes.check("unique");
        this.virtual = attributes.check("is_virtual");
    }

    public Attributes attributes() {
        return attributes;
    }

    public FieldType type() {
        return type;
    }

    /** The fieldtype's name, also where the engine does not know it (such a field has no column). */
    public String fieldtype() {
        return attributes.text("fieldtype", "Data");
    }

    public String fieldname() {
        return fieldname;
    }

    /** The label; empty where the definition has none. */
    public String label() {
        return label;
    }

    /** Target DocType, Select lines, data format, …: by fieldtype. */
    public @Nullable String options() {
        return options;
    }

    public @Nullable String defaultValue() {
        return defaultValue;
    }

    /** {@code link_field.source_field}, or null. */
    public @Nullable String fetchFrom() {
        return fetchFrom;
    }

    public int permlevel() {
        return permlevel;
    }

    /** The length set in the definition; 0 for the fieldtype's own. */
    public int length() {
        return length;
    }

    public boolean reqd() {
        return reqd;
    }

    public boolean unique() {
        return unique;
    }

    /** Has no column: a controller or an expression supplies the value. */
    public boolean virtual() {
        return virtual;
    }

    public boolean is(String property) {
        return attributes.check(property);
    }

    /** Whether the field has a column in the DocType's table. */
    public boolean hasColumn() {
        return !virtual && type.column(this).isPresent();
    }
}
