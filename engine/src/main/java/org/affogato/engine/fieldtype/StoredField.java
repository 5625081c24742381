package org.affogato.engine.fieldtype;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Column;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * What all fieldtypes with a column share: a plain constant as default becomes the column's default, lists are refused,
 * a unique field stores NULL for blank text, and a field that must not be NULL gets its default. Frappe: {@code DbColumn}
 * in {@code database/schema.py} and {@code get_valid_dict} in {@code model/base_document.py}.
 */
abstract class StoredField implements FieldType {
    /** Defaults that a new document resolves; they cannot be a column's. */
    private static final Set<String> DYNAMIC =
            Set.of("_Login", "__user", "_Full Name", "Today", "__today", "now", "Now");

    private final String name;

    StoredField(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    /** The SQL type of the column. */
    abstract String columnType(DocField field);

    @Override
    public Optional<Column> column(DocField field) {
        if (field.virtual()) {
            return Optional.empty();
        }
        String constant = columnDefault(field);
        boolean required = field.is("not_nullable");
        return Optional.of(
                new Column(columnType(field), !required, constant == null && required ? emptyLiteral() : constant));
    }

    private @Nullable String columnDefault(DocField field) {
        String constant = constantDefault(field);
        return constant != null && fitsColumn(field, constant) ? constant : null;
    }

    /** Whether the column can hold the default; one that it cannot is the document's only, and refused there. */
    boolean fitsColumn(DocField field, String constant) {
        return true;
    }

    /** The default if it is a constant, null if there is none or it is resolved when a document is made. */
    static @Nullable String constantDefault(DocField field) {
        String value = field.defaultValue();
        return value == null || DYNAMIC.contains(value) || value.startsWith(":") ? null : value;
    }

    /** The default of a column that must not be NULL; null for none. */
    @Nullable
    String emptyLiteral() {
        return "";
    }

    @Override
    public final @Nullable Object cast(DocField field, @Nullable Object value) {
        if (value instanceof List) {
            throw new ValidationError("%s takes a single value, not a list".formatted(label(field)));
        }
        return value == null ? null : castValue(field, value);
    }

    @Override
    public @Nullable Object stored(DocField field, @Nullable Object value) {
        return field.unique() && Texts.stripped(Texts.of(value)).isEmpty() ? null : value;
    }

    @Override
    public @Nullable Object unset(DocField field) {
        if (!field.is("not_nullable")) {
            return null;
        }
        return field.defaultValue() == null ? emptyValue() : castValue(field, field.defaultValue());
    }

    /** What fills a field without a default that must not be NULL. */
    @Nullable
    Object emptyValue() {
        return "";
    }

    /** The cast proper; only a JSON field takes an object. */
    @Nullable
    Object castValue(DocField field, Object value) {
        if (value instanceof Map) {
            throw new ValidationError("%s takes a single value, not an object".formatted(label(field)));
        }
        return value;
    }

    @Override
    public boolean isEmpty(DocField field, @Nullable Object value) {
        return value == null || value instanceof String text && hasNoText(text);
    }

    /** Whether nothing is left of a text but tags and blanks. */
    static boolean hasNoText(String text) {
        return Texts.stripped(Texts.withoutTags(text)).isEmpty();
    }

    @Override
    public boolean isSanitized(DocField field) {
        return !field.is("ignore_xss_filter");
    }

    /** How messages call the field. */
    static String label(DocField field) {
        return field.label().isEmpty() ? field.fieldname() : field.label();
    }
}
