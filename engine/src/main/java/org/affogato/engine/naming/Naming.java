package org.affogato.engine.naming;

import java.util.Locale;
import java.util.Optional;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.fieldtype.Texts;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.registry.CacheVersions;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocEvent;
import org.jspecify.annotations.Nullable;

/**
 * Gives new documents and rows their name: amended form, naming rules of the site, the controller, the DocType's
 * {@code autoname}, and random characters where none of them does. Frappe: {@code model/naming.py}.
 */
public final class Naming {
    /** The DocType of the site's own rules. */
    public static final String RULE = "Document Naming Rule";

    /** The cache scope that writes to them touch. */
    public static final String SCOPE = "naming";

    private final Hooks hooks;
    private final NamingRules rules = new NamingRules();

    public Naming(Hooks hooks, CacheVersions versions) {
        this.hooks = hooks;
        versions.onChange(SCOPE, rules::clear);
    }

    /** Names a new document and all its rows. */
    public void setNames(Document document, Context context) {
        Object wanted = document.get("__newname");
        if (isPrompt(document.meta()) && wanted != null && !wanted.toString().isEmpty()) {
            document.set("name", NameCheck.checked(document.meta(), wanted));
        } else {
            setName(document, context);
        }
        for (Document row : document.allRows()) {
            setName(row, context);
        }
    }

    /** Names the rows that have no name yet. */
    public void setRowNames(Document document, Context context) {
        for (Document row : document.allRows()) {
            if (row.name().isEmpty()) {
                setName(row, context);
            }
        }
    }

    private void setName(Document document, Context context) {
        Meta meta = document.meta();
        hooks.run(DocEvent.BEFORE_NAMING, document, context);
        if (!isPrompt(meta) && !context.flags().inMigrate()) {
            document.set("name", null);
        }
        if (meta.isAutoincrement() && !meta.isSingle()) {
            document.set("name", Sequence.next(meta, context.database()));
            return;
        }
        Optional<String> amended = AmendedName.of(document, context);
        if (amended.isPresent()) {
            document.set("name", amended.get());
            return;
        }
        document.set("name", NameCheck.checked(meta, found(document, context)));
    }

    private static boolean isPrompt(Meta meta) {
        return meta.autoname().toLowerCase(Locale.ROOT).equals("prompt");
    }

    private @Nullable Object found(Document document, Context context) {
        if (document.meta().isSingle()) {
            return document.doctype();
        }
        if (document.name().isEmpty()) {
            rules.name(document, context).ifPresent(name -> document.set("name", name));
        }
        if (document.name().isEmpty()) {
            hooks.run(DocEvent.AUTONAME, document, context);
        }
        return document.name().isEmpty() ? byRule(document, context) : document.get("name");
    }

    private static String byRule(Document document, Context context) {
        String rule = document.meta().autoname();
        String kind = rule.toLowerCase(Locale.ROOT);
        if (kind.startsWith("field:")) {
            return byField(document, rule.substring("field:".length()));
        }
        if (kind.startsWith("naming_series:")) {
            return bySeriesField(document, context);
        }
        if (kind.startsWith("prompt")) {
            throw new ValidationError("Give the document a name");
        }
        if (kind.startsWith("format:")) {
            String name = new NamingPattern(document, context).format(rule.substring("format:".length()));
            return name.isEmpty() ? RandomName.hash() : name;
        }
        if (kind.equals("uuid")) {
            return RandomName.uuid();
        }
        return rule.contains("#") ? new NamingPattern(document, context).series(rule) : RandomName.hash();
    }

    private static String byField(Document document, String fieldname) {
        String value = Texts.stripped(Texts.of(document.given(fieldname)));
        if (value.isEmpty()) {
            DocField field = document.meta().field(fieldname);
            throw new ValidationError((field == null ? fieldname : field.label()) + " is required");
        }
        return value;
    }

    private static String bySeriesField(Document document, Context context) {
        if (document.get("naming_series") instanceof Number) {
            throw new ValidationError("A naming series is a text");
        }
        String series = document.text("naming_series");
        if (series.isEmpty()) {
            series = firstSeries(document.meta());
            document.set("naming_series", series);
        }
        return new NamingPattern(document, context).series(series + ".#####");
    }

    private static String firstSeries(Meta meta) {
        DocField field = meta.field("naming_series");
        String options = field == null || field.options() == null ? "" : field.options();
        return options.lines()
                .filter(option -> !option.isEmpty())
                .findFirst()
                .orElseThrow(() -> new ValidationError("Naming Series mandatory"));
    }

    /** Runs a naming hook of a document's controller. */
    @FunctionalInterface
    public interface Hooks {
        void run(DocEvent event, Document document, Context context);
    }
}
