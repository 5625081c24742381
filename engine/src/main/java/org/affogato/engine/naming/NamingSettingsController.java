package org.affogato.engine.naming;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Answer.Message;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;
import org.affogato.engine.spi.ListRequest;
import org.jspecify.annotations.Nullable;

/**
 * The form that shows and changes series of names and their counters. Frappe: {@code document_naming_settings.py}.
 */
public final class NamingSettingsController implements DocumentController {
    private static final String NAME = "Document Naming Settings";

    private final Map<String, DocumentMethod> methods = new LinkedHashMap<>();

    public NamingSettingsController() {
        methods.put("get_transactions_and_prefixes", (form, arguments, context) -> new SeriesInUse(context).all());
        methods.put("get_options", (form, arguments, context) -> options(form, arguments, context));
        methods.put("get_current", (form, arguments, context) -> current(form, context));
        methods.put("preview_series", (form, arguments, context) -> preview(form, context));
        methods.put("update_series", (form, arguments, context) -> updateSeries(form, context));
        methods.put("update_series_start", (form, arguments, context) -> updateStart(form, context));
        methods.put("update_amendment_rule", (form, arguments, context) -> updateAmendments(form, context));
    }

    @Override
    public String doctype() {
        return NAME;
    }

    @Override
    public Map<String, DocumentMethod> methods() {
        return methods;
    }

    private static @Nullable Object options(Document form, Map<String, @Nullable Object> arguments, Context context) {
        Object asked = arguments.get("doctype");
        String doctype = asked == null ? form.text("transaction_type") : asked.toString();
        DocField series = doctype.isEmpty() ? null : context.meta(doctype).field("naming_series");
        return series == null ? null : series.options();
    }

    private static long current(Document form, Context context) {
        if (form.get("prefix") != null) {
            String prefix = NamingSeries.of(form.text("prefix")).prefix(context.now());
            form.set("current_value", NamingSeries.current(prefix, context.database()));
        }
        return form.integer("current_value");
    }

    private static String preview(Document form, Context context) {
        if (form.text("try_naming_series").isEmpty()) {
            return "";
        }
        try {
            NamingSeries series = NamingSeries.of(form.text("try_naming_series"));
            return String.join("\n", series.preview(lastDocument(form, context), context.now()));
        } catch (EngineException impossible) {
            return "Failed to generate names from the series\n" + impossible.getMessage();
        }
    }

    /** Fields in a series are shown as the latest document has them. */
    private static @Nullable Document lastDocument(Document form, Context context) {
        String doctype = form.text("transaction_type");
        if (!context.hasDoctype(doctype) || !context.permissions().has(Right.READ, doctype)) {
            return null;
        }
        ListRequest latest = ListRequest.visible(doctype, List.of("name"), null)
                .orderedBy("creation desc")
                .limited(1);
        return context.documents().list(latest).stream()
                .findFirst()
                .map(row -> context.documents().get(doctype, String.valueOf(row.get("name"))))
                .orElse(null);
    }

    private static @Nullable Object updateSeries(Document form, Context context) {
        context.permissions().check(Right.WRITE, form);
        String doctype = form.text("transaction_type");
        List<String> series = form.text("naming_series_options")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (series.isEmpty()) {
            throw new ValidationError("Please set the series to be used.");
        }
        new SeriesInUse(context).checkFree(doctype, series);
        series.forEach(one -> NamingPattern.check(NamingSeries.of(one).pattern()));
        String first = form.check("user_must_always_select") ? "" : series.getFirst();
        String options = String.join("\n", series);
        form.set("naming_series_options", form.check("user_must_always_select") ? "\n" + options : options);
        set(doctype, "default", "", context);
        set(doctype, "options", form.text("naming_series_options"), context);
        set(doctype, "default", first, context);
        tell("Series updated for " + doctype, context);
        return null;
    }

    private static void set(String doctype, String property, String value, Context context) {
        Map<String, @Nullable Object> setter = new LinkedHashMap<>();
        setter.put("doctype_or_field", "DocField");
        setter.put("doc_type", doctype);
        setter.put("field_name", "naming_series");
        setter.put("property", property);
        setter.put("value", value);
        setter.put("property_type", "Text");
        Context relaxed = context.with(context.flags().ignoringPermissions());
        relaxed.documents().insert(relaxed.documents().createWithDefaults("Property Setter", setter));
    }

    private static @Nullable Object updateStart(Document form, Context context) {
        context.permissions().check(Right.WRITE, form);
        if (form.get("prefix") == null) {
            throw new ValidationError("Please select prefix first");
        }
        String prefix = NamingSeries.of(form.text("prefix")).prefix(context.now());
        long before = NamingSeries.current(prefix, context.database());
        NamingSeries.set(prefix, form.integer("current_value"), context.database());
        record(prefix, before, form.integer("current_value"), context);
        tell("Counter of %s set to %d".formatted(form.text("prefix"), form.integer("current_value")), context);
        return null;
    }

    /** Who moved a counter stays known. */
    private static void record(String prefix, long before, long after, Context context) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.putArray("changed").addArray().add("current").add(before).add(after);
        Map<String, @Nullable Object> version = new LinkedHashMap<>();
        version.put("ref_doctype", "Series");
        version.put("docname", prefix.isEmpty() ? ".#" : prefix);
        version.put("data", data.toString());
        Context relaxed = context.with(context.flags().ignoringPermissions().ignoringLinks());
        relaxed.documents().insert(relaxed.documents().create("Version", version));
    }

    private static @Nullable Object updateAmendments(Document form, Context context) {
        Document stored = context.documents().get(NAME, NAME);
        stored.set("default_amend_naming", form.get("default_amend_naming"));
        stored.setRows("amend_naming_override", form.rows("amend_naming_override"));
        context.documents().save(stored);
        tell("Amendment naming rules updated.", context);
        return null;
    }

    private static void tell(String text, Context context) {
        Map<String, Object> look = new LinkedHashMap<>();
        look.put("alert", 1);
        look.put("indicator", "green");
        context.answer().message(new Message(text, look));
    }
}
