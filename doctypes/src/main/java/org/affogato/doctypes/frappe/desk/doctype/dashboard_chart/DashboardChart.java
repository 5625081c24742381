package org.affogato.doctypes.frappe.desk.doctype.dashboard_chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;
import org.affogato.doctypes.frappe.desk.desktop.FigureRule;
import org.affogato.engine.document.Document;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.meta.Right;
import org.affogato.engine.spi.Condition;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.DocumentController;

/** A chart on a dashboard: of a DocType's list, of a report, or of a source of its own. */
public final class DashboardChart implements DocumentController {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OF_OTHERS = Set.of("Custom", "Report");

    private static final FigureRule RULE = new FigureRule("chart_type", true);

    @Override
    public String doctype() {
        return "Dashboard Chart";
    }

    @Override
    public void validate(Document chart, Context context) {
        boolean shipped = chart.check("is_standard") && !context.flags().inMigrate();
        if (shipped && !context.developerMode()) {
            throw new ValidationError("A standard chart cannot be edited");
        }
        if (!OF_OTHERS.contains(chart.text("chart_type"))) {
            checkList(chart, context);
        }
        checkOptions(chart.text("custom_options"));
    }

    @Override
    public boolean hasPermission(Document chart, Right right, Context context) {
        return RULE.allows(chart, context);
    }

    @Override
    public Optional<Condition> listCondition(Context context) {
        return RULE.condition(context);
    }

    private static void checkList(Document chart, Context context) {
        need(chart, "document_type", "Document Type");
        Meta meta = context.meta(chart.text("document_type"));
        if (meta.isChild()) {
            need(chart, "parent_document_type", "Parent Document Type");
        }
        if (chart.text("chart_type").equals("Group By")) {
            need(chart, "group_by_based_on", "Group By Based On");
            if (!chart.text("group_by_type").equals("Count")) {
                need(chart, "aggregate_function_based_on", "Aggregate Function Based On");
            }
        } else {
            need(chart, "based_on", "Time Series Based On");
        }
        if (meta.isSingle()) {
            throw new ValidationError("%s has one document only, which makes no chart".formatted(meta.name()));
        }
    }

    private static void need(Document chart, String fieldname, String label) {
        if (chart.text(fieldname).isEmpty()) {
            throw new ValidationError("A chart of this type needs: %s".formatted(label));
        }
    }

    /** Options of a chart are JSON. */
    public static void checkOptions(String options) {
        if (options.isEmpty()) {
            return;
        }
        try {
            JSON.readTree(options);
        } catch (JsonProcessingException noJson) {
            throw new ValidationError("The options of a chart must be JSON");
        }
    }
}
