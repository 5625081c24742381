package org.affogato.api.method.desk.custom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.affogato.api.method.desk.DeskUser;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;

/** Makes DocTypes as apps ship them, which a site may only customise. */
final class StandardDoctype {
    private StandardDoctype() {}

    /** A DocType for System Managers with the Data field {@code title} and those given; answers its name. */
    static String make(Engine engine, Map<String, ?> properties, List<Map<String, ?>> fields) {
        String name = DeskUser.unique("Shipped Paper");
        List<Map<String, ?>> all =
                new ArrayList<>(List.of(Map.of("fieldname", "title", "fieldtype", "Data", "label", "Title")));
        all.addAll(fields);
        Map<String, Object> values = new LinkedHashMap<>(properties);
        values.put("name", name);
        values.put("module", "Custom");
        values.put("custom", 0L);
        values.put("fields", all);
        values.put(
                "permissions",
                List.of(Map.of("role", "System Manager", "read", 1L, "write", 1L, "create", 1L, "delete", 1L)));
        return engine.run(Context.ADMINISTRATOR, context -> {
            Context lenient = context.with(context.flags().migrating());
            return lenient.documents()
                    .insert(lenient.documents().create("DocType", values))
                    .name();
        });
    }
}
