package org.affogato.api.mcp;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/** Tools that tell what kinds of documents there are, made from the metadata. */
@Singleton
class DefinitionTools {
    private static final long MOST_MATCHES = 50;
    private static final List<Right> SHOWN =
            List.of(Right.READ, Right.WRITE, Right.CREATE, Right.DELETE, Right.SUBMIT, Right.CANCEL);

    List<Tool> all() {
        return List.of(
                Tool.reading(
                        "find_doctypes",
                        "Find kinds of documents (DocTypes) by a part of their name. Answers those you may read, with "
                                + "your rights on them.",
                        Input.none()
                                .or("search", "string", "a part of the name; without it the first ones by name")
                                .or("module", "string", "only those of this module"),
                        DefinitionTools::find),
                Tool.reading(
                        "describe_doctype",
                        "The fields of a DocType with their types and options, the columns of its tables, and your "
                                + "rights. Look here before you filter by or write a field.",
                        Input.of("doctype", "string", "the DocType's name"),
                        DefinitionTools::describe));
    }

    private static Map<String, @Nullable Object> find(ToolArguments arguments, Context context) {
        List<List<Object>> filters = new ArrayList<>();
        filters.add(List.of("istable", "=", 0L));
        filters.add(List.of("name", "like", "%" + arguments.text("search", "") + "%"));
        if (!arguments.text("module", "").isEmpty()) {
            filters.add(List.of("module", "=", arguments.text("module")));
        }
        ListRequest request = ListRequest.all("DocType", List.of("name"), filters)
                .orderedBy("name asc")
                .limited(MOST_MATCHES);
        List<Map<String, Object>> found = new ArrayList<>();
        for (Map<String, @Nullable Object> row : context.documents().list(request)) {
            Meta meta = context.meta(String.valueOf(row.get("name")));
            if (context.permissions().has(Right.READ, meta.name())) {
                found.add(summary(meta, context));
            }
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("doctypes", found);
        return result;
    }

    private static Map<String, Object> summary(Meta meta, Context context) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("name", meta.name());
        summary.put("module", meta.module());
        summary.put("description", meta.attributes().text("description", ""));
        summary.put("single", meta.isSingle());
        summary.put("submittable", meta.isSubmittable());
        summary.put("rights", rights(meta, context));
        return summary;
    }

    private static List<String> rights(Meta meta, Context context) {
        return SHOWN.stream()
                .filter(right -> context.permissions().has(right, meta.name()))
                .map(Right::fieldname)
                .toList();
    }

    private static Map<String, @Nullable Object> describe(ToolArguments arguments, Context context) {
        Meta meta = context.meta(arguments.text("doctype"));
        context.permissions().check(Right.READ, meta.name());
        Map<String, @Nullable Object> result = new LinkedHashMap<>(summary(meta, context));
        result.put("title_field", meta.titleField());
        result.put("fields", fields(meta, meta, context));
        return result;
    }

    /**
     * @param holder the DocType whose permlevels count: the parent for the columns of a table
     */
    private static List<Map<String, @Nullable Object>> fields(Meta meta, Meta holder, Context context) {
        List<Map<String, @Nullable Object>> fields = new ArrayList<>();
        for (DocField field : meta.fields()) {
            boolean readable =
                    context.permissions().permlevels(holder.name(), Right.READ).contains(field.permlevel());
            if (readable && (field.type().hasValue() || field.type().isTable())) {
                fields.add(described(field, holder, context));
            }
        }
        return fields;
    }

    private static Map<String, @Nullable Object> described(DocField field, Meta holder, Context context) {
        Map<String, @Nullable Object> described = new LinkedHashMap<>();
        described.put("fieldname", field.fieldname());
        described.put("label", field.label());
        described.put("fieldtype", field.fieldtype());
        described.put("options", field.options());
        described.put("required", field.reqd());
        described.put("read_only", field.is("read_only"));
        described.put("default", field.defaultValue());
        described.put("description", field.attributes().text("description", ""));
        if (field.type().isTable() && field.options() != null && context.hasDoctype(field.options())) {
            described.put("columns", fields(context.meta(field.options()), holder, context));
        }
        described.values().removeIf(value -> value == null || value.equals("") || value.equals(false));
        return described;
    }
}
