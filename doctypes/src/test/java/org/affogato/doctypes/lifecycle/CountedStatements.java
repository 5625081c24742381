package org.affogato.doctypes.lifecycle;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** A data source that notes each statement the server executes; a batch counts once, COMMIT and SET not at all. */
final class CountedStatements {
    private final List<String> noted = Collections.synchronizedList(new ArrayList<>());
    private final DataSource source;

    CountedStatements(DataSource source) {
        this.source = source;
    }

    DataSource source() {
        return proxy(DataSource.class, source, "");
    }

    void clear() {
        noted.clear();
    }

    List<String> noted() {
        return List.copyOf(noted);
    }

    private <T> T proxy(Class<T> type, Object target, String sql) {
        InvocationHandler handler = (self, method, arguments) -> call(target, method, arguments, sql);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object call(Object target, Method method, Object[] arguments, String sql) throws Throwable {
        if (method.getName().startsWith("execute")) {
            note(sql.isEmpty() ? String.valueOf(arguments[0]) : sql);
        }
        Object result;
        try {
            result = method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
        return switch (result) {
            case PreparedStatement statement -> proxy(PreparedStatement.class, statement, String.valueOf(arguments[0]));
            case Statement statement -> proxy(Statement.class, statement, "");
            case Connection connection -> proxy(Connection.class, connection, "");
            case null, default -> result;
        };
    }

    private void note(String sql) {
        if (!sql.matches("(?s)(COMMIT|SET|ROLLBACK|START TRANSACTION).*")) {
            noted.add(sql);
        }
    }
}
