package org.affogato.api.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.affogato.engine.fieldtype.FieldTypes;
import org.affogato.engine.meta.FieldType;
import org.affogato.engine.meta.StandardFields;

/** The fields of a new DocType as they are given on the command line: {@code LABEL:TYPE[:OPTIONS]}. */
final class NewFields {
    private static final Set<String> LINKING = Set.of("Link", "Table", "Table MultiSelect", "Dynamic Link");

    private final Set<String> taken = new HashSet<>(StandardFields.DEFAULT);

    private NewFields() {
        taken.addAll(StandardFields.CHILD);
        taken.add("doctype");
        taken.add("flags");
    }

    static List<Map<String, Object>> of(List<String> given) {
        NewFields fields = new NewFields();
        List<Map<String, Object>> rows = new ArrayList<>();
        given.forEach(field -> rows.add(fields.row(field)));
        return rows;
    }

    private Map<String, Object> row(String given) {
        String[] parts = given.split(":", 3);
        if (parts.length < 2 || parts[0].isBlank()) {
            throw new CommandFailure("A field is LABEL:TYPE or LABEL:TYPE:OPTIONS, not " + given);
        }
        Map<String, Object> field = new TreeMap<>();
        field.put("fieldname", fieldname(parts[0]));
        field.put("fieldtype", fieldtype(parts[1].strip()));
        field.put("label", parts[0].strip());
        if (parts.length == 3) {
            field.put("options", parts[2].replace('|', '\n'));
        } else if (LINKING.contains(field.get("fieldtype"))) {
            throw new CommandFailure("A " + field.get("fieldtype") + " needs options: " + given + ":OPTIONS");
        }
        return field;
    }

    private String fieldname(String label) {
        String fieldname = Scrubbed.of(label);
        if (!fieldname.matches("[a-z][a-z0-9_]{0,63}")) {
            throw new CommandFailure("No fieldname can be made of \"" + label
                    + "\": begin with a letter, use letters, digits and blanks");
        }
        if (!taken.add(fieldname)) {
            throw new CommandFailure("There is a field " + fieldname + " already: choose another label");
        }
        return fieldname;
    }

    private static String fieldtype(String given) {
        if (FieldTypes.standard().knows(given)) {
            return given;
        }
        throw new CommandFailure("There is no fieldtype " + given + ". There are "
                + FieldTypes.standard().all().stream().map(FieldType::name).collect(Collectors.joining(", ")));
    }
}
