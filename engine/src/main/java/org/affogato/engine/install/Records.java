package org.affogato.engine.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.affogato.engine.db.RecordLedger;
import org.affogato.engine.error.DoesNotExistError;
import org.affogato.engine.error.EngineException;
import org.affogato.engine.install.record.RecordCheck;
import org.affogato.engine.install.record.RecordFile;
import org.affogato.engine.install.record.RecordImport;
import org.affogato.engine.spi.Context;

/**
 * The records that apps' folders bring: each file in a transaction of its own, so that one that fails does not hinder
 * the others. Files for DocTypes that the site does not have are passed over, as Frappe does.
 */
final class Records {
    private final List<RecordFile> files;
    private final List<String> warnings = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    Records(List<RecordFile> files) {
        this.files = files;
    }

    /**
     * Imports what is due; answers the number of files.
     *
     * @throws MigrationFailure where a file failed; all others are imported then
     */
    int bringIn(Contexts contexts) {
        if (files.isEmpty()) {
            return 0;
        }
        List<RecordFile> due = new ArrayList<>();
        contexts.run(context -> due.addAll(check(context).due(files)));
        int imported = 0;
        for (RecordFile file : due) {
            imported += bringIn(file, contexts) ? 1 : 0;
        }
        if (!failures.isEmpty()) {
            throw new MigrationFailure(failures);
        }
        return imported;
    }

    private static RecordCheck check(Context context) {
        return new RecordCheck(
                context.database(),
                RecordLedger.imported(context.database()),
                doctype -> context.hasDoctype(doctype) ? Optional.of(context.meta(doctype)) : Optional.empty());
    }

    private boolean bringIn(RecordFile file, Contexts contexts) {
        try {
            contexts.run(context -> {
                RecordImport.run(file, context);
                RecordLedger.remember(context.database(), file.path(), file.hash());
            });
            return true;
        } catch (DoesNotExistError missing) {
            warnings.add("%s is passed over: %s".formatted(file.path(), missing.getMessage()));
        } catch (EngineException failed) {
            failures.add("%s: %s".formatted(file.path(), failed.getMessage()));
        }
        return false;
    }

    /** Files that were passed over. */
    List<String> warnings() {
        return warnings;
    }
}
