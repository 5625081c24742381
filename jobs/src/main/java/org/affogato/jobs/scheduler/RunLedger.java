package org.affogato.jobs.scheduler;

import java.time.LocalDateTime;
import org.affogato.engine.Engine;
import org.affogato.engine.spi.Context;

/** Who ran which firing: a row per job and due time, whose primary key lets only one node have it. */
final class RunLedger {
    private final Engine engine;

    RunLedger(Engine engine) {
        this.engine = engine;
    }

    /** Takes the firing for this node; false where another node has it. */
    boolean claim(String job, LocalDateTime due) {
        return engine.run(
                Context.ADMINISTRATOR,
                context -> context.database()
                                .execute(
                                        "INSERT IGNORE INTO `__affogato_run` (`job`, `due`, `started`, `status`)"
                                                + " VALUES (?, ?, ?, 'Running')",
                                        job,
                                        due,
                                        context.now())
                        == 1);
    }

    void finished(String job, LocalDateTime due, String status) {
        engine.run(
                Context.ADMINISTRATOR,
                context -> context.database()
                        .execute(
                                "UPDATE `__affogato_run` SET `finished` = ?, `status` = ? WHERE `job` = ? AND `due` = ?",
                                context.now(),
                                status,
                                job,
                                due));
    }
}
