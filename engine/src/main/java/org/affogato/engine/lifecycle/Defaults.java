package org.affogato.engine.lifecycle;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.permission.PermissionRules;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** Fills what a new document or row leaves out, null counting as left out. Frappe: {@code model/create_new.py}. */
final class Defaults {
    /** A Select's options that are no options. */
    private static final List<String> PLACEHOLDERS = List.of("[Select]", "Loading...");

    private final PermissionRules rules;

    Defaults(PermissionRules rules) {
        this.rules = rules;
    }

    /** The document where it is new, and the rows that are new. */
    void fill(Document document, Context context) {
        if (document.isNew()) {
            fillMissing(document, null, context);
        }
        for (DocField table : document.meta().tableFields()) {
            for (Document row : document.rows(table.fieldname())) {
                if (row.isNew()) {
                    fillMissing(row, document, context);
                    row.set("__unsaved", 1L);
                }
            }
        }
    }

    void fillMissing(Document document, @Nullable Document parent, Context context) {
        for (DocField field : document.meta().columnFields()) {
            if (document.get(field.fieldname()) == null) {
                Object value = value(field, document.meta(), parent, context);
                if (value != null) {
                    document.set(field.fieldname(), field.type().cast(field, value));
                }
            }
        }
        if (document.get("owner") == null) {
            document.set("owner", context.user());
        }
    }

    /** What a form would show in an untouched field; null for nothing. */
    @Nullable
    Object value(DocField field, Meta meta, @Nullable Document parent, Context context) {
        return switch (field.fieldtype()) {
            case "Time" -> timeOfDay(context.now());
            case "Check" -> field.defaultValue() == null ? 0L : text(field, meta, parent, context);
            case "Link" -> link(field, meta, parent, context);
            default -> text(field, meta, parent, context);
        };
    }

    private static Duration timeOfDay(LocalDateTime now) {
        return Duration.between(LocalTime.MIDNIGHT, now.toLocalTime()).truncatedTo(ChronoUnit.MICROS);
    }

    /** What User Permissions or the user's own defaults say comes before what the field says. */
    private @Nullable Object link(DocField field, Meta meta, @Nullable Document parent, Context context) {
        Optional<String> own = context.flags().inMigrate() ? Optional.empty() : ofUser(field, meta, context);
        if (own.isPresent()) {
            return exists(field, own.get(), context) ? own.get() : null;
        }
        Object value = text(field, meta, parent, context);
        boolean isOpen = value == null
                || "User".equals(field.options())
                || context.flags().inMigrate();
        return isOpen || rules.userPermissions().allowsDefault(field, meta.name(), value.toString(), context)
                ? value
                : null;
    }

    private Optional<String> ofUser(DocField field, Meta meta, Context context) {
        if ("User".equals(field.options())) {
            return Optional.empty();
        }
        Optional<String> permitted = rules.userPermissions().defaultFor(field, meta.name(), context);
        if (permitted.isPresent()) {
            return permitted;
        }
        return rules.defaults()
                .value(field.fieldname(), context.user(), context)
                .filter(value ->
                        !value.isEmpty() && rules.userPermissions().allowsDefault(field, meta.name(), value, context));
    }

    private static boolean exists(DocField field, String name, Context context) {
        return field.options() != null
                && context.hasDoctype(field.options())
                && context.documents().exists(field.options(), name);
    }

    private @Nullable Object text(DocField field, Meta meta, @Nullable Document parent, Context context) {
        String given = field.defaultValue();
        if (given == null) {
            return firstOption(field);
        }
        if (given.startsWith(":")) {
            return fromLinkedDocument(field, given.substring(1), parent, context);
        }
        if (field.fieldname().equals(meta.attributes().text("title_field"))) {
            return null;
        }
        if (field.fieldtype().equals("Datetime") && given.equalsIgnoreCase("now")) {
            return context.now();
        }
        return switch (given) {
            case "__user" -> context.user();
            case "Today" -> context.now().toLocalDate();
            default -> given;
        };
    }

    private static @Nullable String firstOption(DocField field) {
        String options = field.options();
        if (!field.fieldtype().equals("Select") || options == null || PLACEHOLDERS.contains(options)) {
            return null;
        }
        return options.split("\n", 2)[0];
    }

    /** The field of the same name in the document that the parent links to by a field named as the DocType. */
    private @Nullable Object fromLinkedDocument(
            DocField field, String doctype, @Nullable Document parent, Context context) {
        if (!context.hasDoctype(doctype) || context.flags().inMigrate()) {
            return null;
        }
        String link = doctype.toLowerCase(Locale.ROOT).replace(' ', '_');
        String name = parent == null ? rules.defaults().site(link, context).orElse("") : parent.text(link);
        if (name.isEmpty() || !context.meta(doctype).isColumn(field.fieldname())) {
            return null;
        }
        return context.documents().value(doctype, name, field.fieldname());
    }
}
