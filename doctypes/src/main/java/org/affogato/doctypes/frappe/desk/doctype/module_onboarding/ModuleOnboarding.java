package org.affogato.doctypes.frappe.desk.doctype.module_onboarding;

import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.document.Document;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;
import org.jspecify.annotations.Nullable;

/** The steps by which users learn a module, which may be taken anew. */
public final class ModuleOnboarding implements DocumentController {
    @Override
    public String doctype() {
        return "Module Onboarding";
    }

    @Override
    public Map<String, DocumentMethod> methods() {
        return Map.of("reset_progress", ModuleOnboarding::reset);
    }

    private static @Nullable Object reset(
            Document onboarding, Map<String, @Nullable Object> arguments, Context context) {
        context.permissions().check(Right.WRITE, onboarding);
        context.documents().setValues(onboarding, Map.of("is_complete", 0L), true);
        for (Document row : onboarding.rows("steps")) {
            Document step = context.documents().get("Onboarding Step", row.text("step"));
            context.documents().setValues(step, Map.of("is_complete", 0L, "is_skipped", 0L), true);
        }
        Map<String, Object> alert = new LinkedHashMap<>();
        alert.put("alert", 1);
        context.answer().message(new Answer.Message("The steps can be taken anew", alert));
        return null;
    }
}
