package org.affogato.jobs.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.affogato.engine.Engine;
import org.affogato.engine.EngineSettings;
import org.affogato.engine.db.SchemaPlanner;
import org.affogato.engine.db.SystemTables;
import org.affogato.engine.db.TableSync;
import org.affogato.engine.spi.Context;
import org.affogato.engine.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunLedgerTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final LocalDateTime DUE = LocalDateTime.of(2026, 3, 1, 2, 0);

    @BeforeAll
    static void makeTables() throws SQLException {
        TableSync tables = new TableSync(DATABASE.dataSource(), List.of());
        try (SchemaPlanner schema = tables.planner();
                Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : SystemTables.plan(schema).statements()) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void oneOfManyNodesGetsAFiring() throws Exception {
        List<Future<Boolean>> claims = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int node = 0; node < 8; node++) {
                RunLedger ledger = new RunLedger(node());
                claims.add(threads.submit(() -> ledger.claim("nightly", DUE)));
            }
        }
        int won = 0;
        for (Future<Boolean> claim : claims) {
            won += claim.get() ? 1 : 0;
        }
        assertThat(won).isEqualTo(1);
    }

    @Test
    void anotherTimeOrJobIsAnotherFiring() {
        RunLedger ledger = new RunLedger(node());
        assertThat(ledger.claim("weekly", DUE)).isTrue();
        assertThat(ledger.claim("weekly", DUE)).isFalse();
        assertThat(ledger.claim("weekly", DUE.plusDays(7))).isTrue();
        assertThat(ledger.claim("monthly", DUE)).isTrue();
    }

    @Test
    void howARunEndedIsKept() {
        Engine node = node();
        RunLedger ledger = new RunLedger(node);
        ledger.claim("report", DUE);
        ledger.finished("report", DUE, "Failed");
        List<String> found = node.run(
                Context.ADMINISTRATOR,
                context -> context.database()
                        .query(
                                "SELECT `status` FROM `__affogato_run` WHERE `job` = 'report' AND `finished` IS NOT NULL",
                                List.of(),
                                row -> row.getString(1)));
        assertThat(found).containsExactly("Failed");
    }

    private static Engine node() {
        EngineSettings settings = new EngineSettings(
                "test", "Cwgt5DosZtw330wUm8tEe_ldwn7a_vQ-GQMIeWQTx2M=", false, List.of(), "UTC", Clock.systemUTC());
        return new Engine(settings, DATABASE.dataSource(), List.of(), List.of());
    }
}
