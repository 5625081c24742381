package org.affogato.api.method.desk.list;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.affogato.engine.Engine;
import org.affogato.engine.db.SqlBuilder;
import org.affogato.engine.error.DataError;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.meta.DocField;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.meta.StandardFields;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.ListRequest;
import org.affogato.engine.spi.Requires;
import org.affogato.engine.spi.Requires.Access;
import org.affogato.engine.spi.Whitelisted;
import org.affogato.engine.spi.WhitelistedMethods;
import org.jspecify.annotations.Nullable;

/** The most frequent values of a field in a list. Frappe: {@code frappe.desk.listview.get_group_by_count}. */
@Singleton
public class GroupCounts implements WhitelistedMethods {
    private static final int MOST_GROUPS = 50;
    private static final String ASSIGNED = """
            SELECT `t`.`allocated_to` AS `name`, COUNT(*) AS `count`
            FROM {ToDo} AS `t` JOIN {User} AS `u` ON `u`.`name` = `t`.`allocated_to`
            WHERE `t`.`status` != 'Cancelled' AND `u`.`user_type` = 'System User'
            AND `t`.`reference_type` = """;

    private final Provider<Engine> engine;

    public GroupCounts(Provider<Engine> engine) {
        this.engine = engine;
    }

    @Whitelisted("frappe.desk.listview.get_group_by_count")
    @Requires(access = Access.ANY_USER)
    public List<Map<String, @Nullable Object>> count(
            Context context, String doctype, @Nullable Object currentFilters, String field) {
        List<Object> filters = FilterList.of(currentFilters);
        if (field.equals("assigned_to")) {
            return assigned(context, ListRequest.visible(doctype, List.of("name"), filters));
        }
        checkField(context, context.meta(doctype), field);
        ListRequest request = ListRequest.visible(doctype, List.of("count(*) as count", field + " as name"), filters)
                .groupedBy("`tab%s`.`%s`".formatted(doctype, field))
                .orderedBy("count desc")
                .limited(MOST_GROUPS);
        return context.documents().list(request);
    }

    private static void checkField(Context context, Meta meta, String fieldname) {
        DocField field = meta.field(fieldname);
        if (field == null && !StandardFields.DEFAULT.contains(fieldname)) {
            throw new DataError("%s is no field of %s".formatted(fieldname, meta.name()));
        }
        boolean open = field == null
                || field.permlevel() == 0
                || context.permissions().permlevels(meta.name(), Right.READ).contains(field.permlevel());
        if (!open) {
            throw new PermissionError("You may not see %s of %s".formatted(fieldname, meta.name()));
        }
    }

    /** Who has the listed documents on the desk. */
    private List<Map<String, @Nullable Object>> assigned(Context context, ListRequest listed) {
        SqlBuilder sql = new SqlBuilder()
                .add(ASSIGNED)
                .bind(listed.doctype())
                .add(" AND `t`.`reference_name` IN (")
                .add(engine.get().lists().select(context, listed))
                .add(") GROUP BY `t`.`allocated_to` ORDER BY `count` DESC LIMIT ")
                .bind(MOST_GROUPS);
        return context.database().query(sql.sql(), sql.values().toArray());
    }
}
