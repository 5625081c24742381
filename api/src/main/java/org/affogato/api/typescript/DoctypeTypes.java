package org.affogato.api.typescript;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.affogato.api.json.JsonWriter;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.StandardFields;

/** {@code doctypes.ts}: an interface a DocType, and the map from the DocType's name to it. */
final class DoctypeTypes {
    private static final Set<String> NUMBERS =
            Set.of("Int", "Long Int", "Check", "Float", "Currency", "Percent", "Rating", "Duration");

    private final List<Meta> metas;
    private final TypeNames names;

    DoctypeTypes(List<Meta> metas) {
        this.metas = metas;
        this.names = new TypeNames(metas);
    }

    String text() {
        StringBuilder text = new StringBuilder(Generated.HEADER);
        text.append("import type { DocumentFields, RowFields } from './client.js';\n");
        metas.forEach(meta -> text.append(declaration(meta)));
        text.append("\n/** Each DocType's documents by the DocType's name. */\nexport interface DocTypes {\n");
        metas.stream()
                .filter(meta -> !meta.isChild())
                .forEach(meta -> text.append("  %s: %s;\n".formatted(quoted(meta.name()), names.of(meta.name()))));
        return text.append("}\n").toString();
    }

    private String declaration(Meta meta) {
        StringBuilder text = new StringBuilder();
        String base = meta.isChild() ? "RowFields" : "DocumentFields";
        text.append("\nexport interface %s extends %s {\n".formatted(names.of(meta.name()), base));
        Set<String> written = new LinkedHashSet<>(StandardFields.DEFAULT);
        written.addAll(meta.isChild() ? StandardFields.CHILD : List.of());
        for (DocField field : meta.fields()) {
            boolean hasValue = field.type().hasValue() || field.type().isTable();
            if (hasValue && written.add(field.fieldname())) {
                text.append(property(field));
            }
        }
        return text.append("}\n").toString();
    }

    private String property(DocField field) {
        String label = field.label().replace("*/", "").replaceAll("\\s+", " ").strip();
        String comment = label.isEmpty() ? "" : "  /** %s */\n".formatted(label);
        return comment + "  %s?: %s;\n".formatted(quoted(field.fieldname()), type(field));
    }

    private String type(DocField field) {
        if (field.type().isTable()) {
            String row = names.of(field.options());
            return (row == null ? "RowFields" : row) + "[]";
        }
        if (NUMBERS.contains(field.fieldtype())) {
            return "number";
        }
        return (field.fieldtype().equals("Select") ? options(field) : "string") + " | null";
    }

    /** Options that a person wrote down; without any, or where code fills them in, any text. */
    private static String options(DocField field) {
        String options = field.options() == null ? "" : field.options();
        String union = Stream.of(options.split("\n"))
                .map(String::strip)
                .distinct()
                .map(DoctypeTypes::quoted)
                .collect(Collectors.joining(" | "));
        return options.isBlank() ? "string" : union;
    }

    private static String quoted(String text) {
        return JsonWriter.text(text);
    }
}
