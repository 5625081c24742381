package org.affogato.api.method;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.affogato.engine.Engine;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.App;

/** Where the functions beside a DocType's controller live. Frappe: {@code load_doctype_module}. */
@Singleton
public class ControllerModules {
    private final Engine engine;

    public ControllerModules(Engine engine) {
        this.engine = engine;
    }

    /**
     * The dotted path of a function beside a DocType's controller: {@code User} and {@code f} give
     * {@code frappe.core.doctype.user.user.f}.
     *
     * @throws DoesNotExistError where there is no such DocType
     */
    public String path(String doctype, String function) {
        Meta meta = engine.metas()
                .find(doctype)
                .orElseThrow(() -> new DoesNotExistError("DocType %s not found".formatted(doctype)));
        return appOf(meta).map(app -> path(app, meta, function)).orElse(function);
    }

    private Optional<App> appOf(Meta meta) {
        return engine.apps().all().stream()
                .filter(app -> app.modules().contains(meta.module()))
                .findFirst();
    }

    private static String path(App app, Meta meta, String function) {
        String name = scrubbed(meta.name());
        return String.join(".", app.name(), scrubbed(meta.module()), "doctype", name, name, function);
    }

    private static String scrubbed(String title) {
        return title.replace(' ', '_').replace('-', '_').toLowerCase(Locale.ROOT);
    }
}
