package org.affogato.doctypes.install;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Connections that answer so many statements and then are gone, all at once: what a kill of the process looks like. */
final class CutConnections {
    private final DataSource source;
    private final AtomicInteger left;

    CutConnections(DataSource source, int statements) {
        this.source = source;
        this.left = new AtomicInteger(statements);
    }

    DataSource dataSource() {
        return wrap(DataSource.class, source);
    }

    /** Whether the limit was met. */
    boolean cut() {
        return left.get() < 0;
    }

    private <T> T wrap(Class<T> type, Object real) {
        Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
            boolean runs =
                    method.getName().startsWith("execute") || method.getName().equals("commit");
            if (runs && left.decrementAndGet() < 0) {
                throw new SQLException("The connection is gone", "08000");
            }
            if (method.getName().equals("close") && cut() && real instanceof Connection connection) {
                forget(connection);
            }
            try {
                Object result = method.invoke(real, values);
                Class<?> answers = method.getReturnType();
                boolean goesOn = answers == Connection.class || Statement.class.isAssignableFrom(answers);
                return goesOn && result != null ? wrap(answers, result) : result;
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        });
        return type.cast(proxy);
    }

    /** What the server does where a client is gone, since the connection goes back to its pool in truth. */
    private static void forget(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
            statement.execute("DO RELEASE_ALL_LOCKS()");
            statement.execute("SET SESSION lock_wait_timeout = DEFAULT, innodb_strict_mode = DEFAULT");
        }
    }
}
