package org.affogato.engine.install;

import java.util.LinkedHashMap;
import java.util.Map;
import org.affogato.engine.db.TablePlan;
import org.affogato.engine.db.TableSync;
import org.affogato.engine.error.QueryDeadlockError;
import org.affogato.engine.meta.Meta;
import org.affogato.engine.spi.Answer;
import org.affogato.engine.spi.Context;

/**
 * Brings the table of a DocType in line while the request that changes its definition runs: at once, so that what the
 * data forbids refuses the change; after the commit where the request itself holds the table.
 */
final class SchemaChange {
    private final TableSync tables;

    SchemaChange(TableSync tables) {
        this.tables = tables;
    }

    /** Makes the definition as the running transaction has it the current one, and its table with it. */
    void apply(String doctype, Context context) {
        context.definitionChanged(doctype);
        Meta meta = context.meta(doctype);
        try {
            tell(tables.syncSoon(meta), context);
        } catch (QueryDeadlockError held) {
            context.afterCommit(() -> tables.sync(meta));
        }
    }

    private static void tell(TablePlan plan, Context context) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plan.notes().forEach(note -> context.answer().message(new Answer.Message(note, plain)));
    }
}
