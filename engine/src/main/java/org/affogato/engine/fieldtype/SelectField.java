package org.affogato.engine.fieldtype;

import java.util.List;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.FieldPlace;
import org.jspecify.annotations.Nullable;

/** One of the lines in {@code options}; letter case counts, blanks around it do not, and nothing at all is always fine. */
final class SelectField extends VarcharField {
    SelectField() {
        super("Select");
    }

    @Override
    @Nullable
    Object castValue(DocField field, Object value) {
        Object single = super.castValue(field, value);
        if (isUnset(single) || !isRestricted(field)) {
            return single;
        }
        String stripped = Texts.of(single).strip();
        return stripped.isEmpty() && !lines(field).contains("") ? single : stripped;
    }

    @Override
    public void validate(DocField field, @Nullable Object value, FieldPlace where) {
        if (isUnset(value) || !isRestricted(field) || lines(field).contains(Texts.of(value))) {
            return;
        }
        throw new ValidationError("%s: \"%s\" is none of \"%s\""
                .formatted(Messages.at(where, field), Messages.shown(value), String.join("\", \"", lines(field))));
    }

    /** A naming series has a rule of its own, and options that are all blank allow anything. */
    private static boolean isRestricted(DocField field) {
        return field.options() != null
                && !field.options().isBlank()
                && !field.fieldname().equals("naming_series");
    }

    private static boolean isUnset(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Number number -> number.doubleValue() == 0;
            case Boolean flag -> !flag;
            default -> value.toString().isEmpty();
        };
    }

    private static List<String> lines(DocField field) {
        return field.options() == null ? List.of() : List.of(field.options().split("\n", -1));
    }
}
