package bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** The statements of a workload over as many connections, with neither HTTP nor JSON: what database and driver can do. */
public final class BareLoop {
    private static final int EVENTS = 500;

    private BareLoop() {}

    interface Work {
        void once(Connection connection) throws SQLException;
    }

    /** Arguments: JDBC URL, user, workload, connections, seconds; the password comes by the environment. */
    public static void main(String[] arguments) throws Exception {
        String password = System.getenv("BENCH_PASSWORD");
        Work work = work(arguments[2]);
        long end = System.nanoTime() + Long.parseLong(arguments[4]) * 1_000_000_000L;
        AtomicLong count = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
            Connection connection = DriverManager.getConnection(arguments[0], arguments[1], password);
            threads.add(Thread.ofPlatform().start(() -> {
                try (connection) {
                    while (System.nanoTime() < end) {
                        work.once(connection);
                        count.incrementAndGet();
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.printf("%.1f%n", count.get() * 1e9 / (System.nanoTime() - start));
    }

    private static Work work(String workload) {
        return switch (workload) {
            case "get" -> connection -> read(connection, "SELECT * FROM `tabBench Plain` WHERE name = ?",
                    "plain-%06d".formatted(1 + ThreadLocalRandom.current().nextInt(100_000)));
            case "list" -> connection -> read(connection, "SELECT name, title, status, grp, amount, modified FROM"
                    + " `tabBench Record` ORDER BY modified DESC LIMIT 20 OFFSET ?", ThreadLocalRandom.current().nextInt(980));
            case "events" -> BareLoop::events;
            default -> throw new IllegalArgumentException(workload);
        };
    }

    private static void read(Connection connection, String sql, Object value) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, value);
            try (ResultSet row = query.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    for (int i = 1; i <= columns; i++) {
                        row.getString(i);
                    }
                }
            }
        }
    }

    private static void events(Connection connection) throws SQLException {
        String sql = "INSERT INTO `tabAnalytics Event` (name, creation, modified, owner, modified_by, event_id, `user`,"
                + " event_type, event_category, event_name, event_data, `timestamp`) VALUES "
                + "(?, NOW(6), NOW(6), 'Administrator', 'Administrator', ?, 'Administrator', 'command', 'code', 'save', ?, NOW(6)),"
                        .repeat(EVENTS);
        try (PreparedStatement insert = connection.prepareStatement(sql.substring(0, sql.length() - 1))) {
            int at = 0;
            for (int i = 0; i < EVENTS; i++) {
                String id = UUID.randomUUID().toString();
                insert.setString(++at, id.substring(24) + Integer.toHexString(i));
                insert.setString(++at, id);
                insert.setString(++at, "{\"file\": \"src/main.py\", \"language\": \"Python\"}");
            }
            insert.executeUpdate();
        }
    }
}
