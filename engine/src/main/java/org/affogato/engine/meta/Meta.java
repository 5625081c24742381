package org.affogato.engine.meta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The compiled, ready-to-use view of a DocType: its fields with Custom Fields and Property Setters applied, and its
 * permission rules. Immutable and swapped whole. Frappe: {@code Meta} in {@code model/meta.py}.
 */
public final class Meta {
    private final String name;
    private final Attributes attributes;
    private final List<DocField> fields;
    private final List<DocPerm> permissions;
    private final Map<String, List<Attributes>> parts;
    private final Map<String, DocField> byName = new LinkedHashMap<>();
    private final List<DocField> tableFields;
    private final List<DocField> linkFields;
    private final List<DocField> dynamicLinkFields;
    private final List<DocField> columnFields;
    private final Set<String> columns = new LinkedHashSet<>();

    /**
     * @param parts the definition's other child rows: {@code links}, {@code actions}, {@code states}
     */
    public Meta(
            String name,
            Attributes attributes,
            List<DocField> fields,
            List<DocPerm> permissions,
            Map<String, List<Attributes>> parts) {
        this.name = name;
        this.attributes = attributes;
        this.fields = List.copyOf(fields);
        this.permissions = List.copyOf(permissions);
        this.parts = Map.copyOf(parts);
        for (DocField field : fields) {
            byName.putIfAbsent(field.fieldname(), field);
        }
        this.tableFields = select(field -> field.type().isTable());
        this.linkFields = select(field -> field.fieldtype().equals("Link"));
        this.dynamicLinkFields = select(field -> field.fieldtype().equals("Dynamic Link"));
        this.columnFields = select(DocField::hasColumn);
        addColumns();
    }

    private List<DocField> select(Predicate<DocField> wanted) {
        return byName.values().stream().filter(wanted).toList();
    }

    private void addColumns() {
        columns.addAll(StandardFields.DEFAULT);
        if (isChild()) {
            columns.addAll(StandardFields.CHILD);
        }
        columnFields.forEach(field -> columns.add(field.fieldname()));
    }

    public String name() {
        return name;
    }

    /** The table: {@code tab<name>}. */
    public String table() {
        return "tab" + name;
    }

    public Attributes attributes() {
        return attributes;
    }

    /** All fields in their order, layout fields too. */
    public List<DocField> fields() {
        return fields;
    }

    /** Fields that hold child rows (virtual ones too). */
    public List<DocField> tableFields() {
        return tableFields;
    }

    public List<DocField> linkFields() {
        return linkFields;
    }

    public List<DocField> dynamicLinkFields() {
        return dynamicLinkFields;
    }

    /** Fields with a column of their own, without the standard ones, in order. */
    public List<DocField> columnFields() {
        return columnFields;
    }

    /** Names of all columns a document is read with: standard ones first, then the fields'. */
    public Set<String> columns() {
        return columns;
    }

    public @Nullable DocField field(String fieldname) {
        return byName.get(fieldname);
    }

    public boolean has(String fieldname) {
        return byName.containsKey(fieldname);
    }

    /** Whether the name is a column that a query may use, the optional ones ({@code _assign} …) included. */
    public boolean isColumn(String column) {
        return columns.contains(column) || !isChild() && StandardFields.OPTIONAL.contains(column);
    }

    public List<DocPerm> permissions() {
        return permissions;
    }

    /** Child rows of the definition under {@code links}, {@code actions} or {@code states}. */
    public List<Attributes> part(String fieldname) {
        return parts.getOrDefault(fieldname, List.of());
    }

    public boolean is(String property) {
        return attributes.check(property);
    }

    public boolean isSingle() {
        return is("issingle");
    }

    public boolean isChild() {
        return is("istable");
    }

    public boolean isVirtual() {
        return is("is_virtual");
    }

    public boolean isSubmittable() {
        return is("is_submittable");
    }

    public boolean isTree() {
        return is("is_tree");
    }

    public boolean isCustom() {
        return is("custom");
    }

    public String module() {
        return attributes.text("module", "");
    }

    public String autoname() {
        return attributes.text("autoname", "");
    }

    /** Whether names are numbers that the database counts. */
    public boolean isAutoincrement() {
        return autoname().equals("autoincrement");
    }

    public String sortField() {
        return attributes.text("sort_field", "modified");
    }

    public String sortOrder() {
        return attributes.text("sort_order", "DESC");
    }

    /** The field that people know a document by, {@code name} where none is set. */
    public String titleField() {
        String field = attributes.text("title_field");
        return field == null || !has(field) ? "name" : field;
    }

    /** The field that heads a document: the title field, else one called {@code title}. Frappe: get_title_field. */
    public String nameplateField() {
        String field = titleField();
        return field.equals("name") && has("title") ? "title" : field;
    }

    /** {@code search_fields} as a list, without blanks. */
    public List<String> searchFields() {
        List<String> found = new ArrayList<>();
        for (String part : attributes.text("search_fields", "").split(",")) {
            if (!part.isBlank()) {
                found.add(part.strip());
            }
        }
        return found;
    }
}
