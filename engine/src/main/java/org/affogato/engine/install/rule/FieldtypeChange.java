package org.affogato.engine.install.rule;

import java.util.List;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;

/** Which fieldtypes a field of a site may change into: those that hold the same values. */
public final class FieldtypeChange {
    private static final List<Set<String>> ALIKE = List.of(
            Set.of("Currency", "Float", "Percent"),
            Set.of("Small Text", "Data"),
            Set.of("Text", "Data"),
            Set.of("Text", "Text Editor", "Code", "Signature", "HTML Editor"),
            Set.of("Data", "Select"),
            Set.of("Text", "Small Text"),
            Set.of("Text", "Data", "Barcode"),
            Set.of("Code", "Geolocation"),
            Set.of("Table", "Table MultiSelect"));

    private FieldtypeChange() {}

    /**
     * @throws ValidationError where the stored type and the new one are not alike
     */
    public static void check(Document field) {
        Document before = field.before();
        if (before == null || field.check("is_virtual")) {
            return;
        }
        check(Kinds.type(before), Kinds.type(field));
    }

    /**
     * @throws ValidationError where the types are not alike
     */
    public static void check(String from, String to) {
        if (!from.equals(to) && ALIKE.stream().noneMatch(group -> group.contains(from) && group.contains(to))) {
            throw new ValidationError("Fieldtype cannot be changed from %s to %s".formatted(from, to));
        }
    }

    public static boolean hasValue(String fieldtype) {
        return !Kinds.hasNoValue(fieldtype);
    }

    public static boolean isTranslatable(String fieldtype) {
        return Kinds.isTranslatable(fieldtype);
    }
}
