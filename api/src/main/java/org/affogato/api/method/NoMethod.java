package org.affogato.api.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.affogato.api.request.RequestRunner.Action;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/**
 * A call of a path that leads to no whitelisted method: refused with the reason. Frappe: {@code get_attr},
 * {@code is_whitelisted}.
 *
 * @param apps the installed apps' names
 */
record NoMethod(String path, Set<String> apps) implements Action {
    /** Modules of Frappe's Python API: what they hold is for apps, and known, hence refused rather than missing. */
    private static final List<String> CLOSED = List.of(
            "frappe",
            "frappe.defaults",
            "frappe.model.delete_doc",
            "frappe.model.document",
            "frappe.model.naming",
            "frappe.model.rename_doc",
            "frappe.permissions",
            "frappe.utils",
            "frappe.utils.background_jobs",
            "frappe.utils.data",
            "frappe.utils.password");

    @Override
    public String key() {
        return "message";
    }

    @Override
    public @Nullable Object run(Context context) {
        int dot = path.lastIndexOf('.');
        if (dot < 0) {
            throw missing();
        }
        if (CLOSED.contains(path.substring(0, dot))) {
            throw new PermissionError("Function " + path + " is not whitelisted.").titled("Method Not Allowed");
        }
        String app = path.substring(0, path.indexOf('.'));
        if (!apps.contains(app)) {
            context.answer().message(notInstalled(app));
        }
        throw missing();
    }

    private ValidationError missing() {
        return new ValidationError("There is no method " + path);
    }

    private static Answer.Message notInstalled(String app) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("indicator", "red");
        attributes.put("raise_exception", 1);
        return new Answer.Message("App " + app + " is not installed", attributes);
    }
}
