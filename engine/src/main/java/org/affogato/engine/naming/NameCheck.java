package org.affogato.engine.naming;

import org.affogato.engine.error.NameError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.fieldtype.Texts;
import org.affogato.engine.meta.Meta;
import org.jspecify.annotations.Nullable;

/** What may be a name. Frappe: {@code validate_name}. */
public final class NameCheck {
    /** As many characters as the column holds. */
    private static final int LENGTH = 140;

    private NameCheck() {}

    /**
     * The name without blanks around it.
     *
     * @throws NameError for one that cannot be
     */
    public static Object checked(Meta meta, @Nullable Object name) {
        if (name == null || Texts.stripped(name.toString()).isEmpty()) {
            throw new ValidationError("No Name Specified for " + meta.name());
        }
        if (name instanceof Number) {
            if (meta.isAutoincrement()) {
                return name;
            }
            throw new NameError("A name has to be text, not a number");
        }
        return checked(meta, name.toString());
    }

    private static String checked(Meta meta, String name) {
        if (name.startsWith("New " + meta.name())) {
            throw new NameError("No name could be made by the naming rule; have it corrected in the DocType");
        }
        String stripped = Texts.stripped(name);
        if (!meta.isSingle() && stripped.equals(meta.name()) && !stripped.equals("DocType")) {
            throw new NameError("Name of %s cannot be %s".formatted(meta.name(), stripped));
        }
        if (stripped.contains("<") || stripped.contains(">")) {
            throw new NameError("Name cannot contain special characters like '<', '>'");
        }
        return stripped;
    }

    /** Refuses a name that its column cannot hold, to be asked after the values' own lengths. */
    public static void checkLength(Meta meta, String name) {
        if (name.codePointCount(0, name.length()) > LENGTH) {
            throw new NameError("Name of %s cannot be longer than %d characters".formatted(meta.name(), LENGTH));
        }
    }
}
