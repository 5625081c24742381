package org.affogato.api.method.desk.meta;

import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.api.method.desk.AppFiles;
import org.affogato.engine.Engine;
import org.affogato.engine.meta.Meta;

/**
 * The scripts that lie beside a DocType's JSON, as Frappe's apps bring them: {@code task.js}, {@code task_list.js} and
 * the like. Read when a definition is first asked for.
 */
final class FormScripts {
    /** Where each file goes, by what follows the DocType's name in its own. */
    private static final Map<String, String> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put(".js", "__js");
        KEYS.put(".css", "__css");
        KEYS.put("_list.js", "__list_js");
        KEYS.put("_calendar.js", "__calendar_js");
        KEYS.put("_tree.js", "__tree_js");
    }

    private final AppFiles files;

    FormScripts(Engine engine) {
        this.files = new AppFiles(engine);
    }

    /** The texts by their keys; the site's own DocTypes have none. */
    Map<String, String> of(Meta meta) {
        Map<String, String> found = new LinkedHashMap<>();
        if (meta.isCustom() || meta.isChild()) {
            return found;
        }
        String name = AppFiles.scrub(meta.name());
        String place = AppFiles.scrub(meta.module()) + "/doctype/" + name + "/" + name;
        KEYS.forEach((ending, key) -> {
            String text = files.text(place + ending);
            if (text != null) {
                found.put(key, "%n%n/* %s */%n%n%s%n%n//# sourceURL=%s".formatted(name + ending, text, name + key));
            }
        });
        return found;
    }
}
