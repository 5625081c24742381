package org.affogato.engine.install.customize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Answer.Message;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;
import org.jspecify.annotations.Nullable;

/**
 * The form by which a site customises the standard DocTypes. It is a Single of which nothing stays: what it shows is
 * read from, and written to, Property Setters and Custom Fields. Frappe: {@code customize_form.py}.
 */
public final class CustomizeFormController implements DocumentController {
    private final FormChange change;
    private final Map<String, DocumentMethod> methods = new LinkedHashMap<>();

    public CustomizeFormController(FormChange change) {
        this.change = change;
        methods.put("fetch_to_customize", (form, arguments, context) -> fetch(form, context));
        methods.put("save_customization", (form, arguments, context) -> save(form, context));
        methods.put("reset_to_defaults", (form, arguments, context) -> reset(form, context));
        methods.put("reset_layout", (form, arguments, context) -> resetLayout(form, context));
    }

    @Override
    public String doctype() {
        return "Customize Form";
    }

    @Override
    public Map<String, DocumentMethod> methods() {
        return methods;
    }

    @Override
    public Set<String> transientKeys() {
        return Set.of("hide_success");
    }

    @Override
    public void onUpdate(Document form, Context context) {
        context.database().execute("DELETE FROM tabSingles WHERE doctype = ?", doctype());
        for (Part part : Part.values()) {
            context.database().execute("DELETE FROM {%s} WHERE parent = ?".formatted(part.rowDoctype()), doctype());
        }
        context.database().execute("DELETE FROM {Customize Form Field}");
    }

    private static @Nullable Object fetch(Document form, Context context) {
        new FormReader(context).show(form);
        if (form.check("allow_auto_repeat") && AutoRepeatField.add(form.text("doc_type"), context)) {
            new FormReader(context).show(form);
        }
        return null;
    }

    private @Nullable Object save(Document form, Context context) {
        if (!mayChange(form, context)) {
            return null;
        }
        boolean isQuiet = form.check("hide_success");
        new FormWriter(form, context).write();
        change.apply(form.text("doc_type"), context);
        if (!isQuiet) {
            context.answer().message(new Message(form.text("doc_type") + " updated", Map.of("alert", 1)));
        }
        return fetch(form, context);
    }

    /** Takes everything back that people of the site have customised, but for the series of names. */
    private @Nullable Object reset(Document form, Context context) {
        if (!mayChange(form, context)) {
            return null;
        }
        String doctype = form.text("doc_type");
        String setters = "SELECT name FROM {Property Setter} WHERE doc_type = ? AND COALESCE(field_name, '') <> "
                + "'naming_series' AND property <> 'options' AND is_system_generated = 0";
        delete("Property Setter", setters, doctype, context);
        String fields = "SELECT name FROM {Custom Field} WHERE dt = ? AND is_system_generated = 0";
        delete("Custom Field", fields, doctype, context);
        change.apply(doctype, context);
        return fetch(form, context);
    }

    private static void delete(String kind, String sql, String doctype, Context context) {
        List<String> names = context.database().query(sql, List.of(doctype), row -> row.getString(1));
        names.forEach(name -> context.documents().delete(kind, name));
    }

    private @Nullable Object resetLayout(Document form, Context context) {
        if (!mayChange(form, context)) {
            return null;
        }
        String doctype = form.text("doc_type");
        long removed = context.database()
                .execute(
                        "DELETE FROM {Property Setter} WHERE doc_type = ? AND property IN ('field_order', 'insert_after')",
                        doctype);
        if (removed > 0) {
            context.definitionChanged(doctype);
            return fetch(form, context);
        }
        return null;
    }

    private static boolean mayChange(Document form, Context context) {
        context.permissions().check(Right.WRITE, form);
        return !form.text("doc_type").isEmpty();
    }
}
