package org.affogato.doctypes.testing;

import java.time.Clock;
import org.affogato.engine.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One migrated site for all test classes of a run, since making its tables takes seconds. A test keeps to users and
 * records of its own.
 */
public final class SharedSite implements BeforeAllCallback {
    private static final Namespace SPACE = Namespace.create(SharedSite.class);

    private @Nullable AppSite site;

    @Override
    public void beforeAll(ExtensionContext context) {
        Holder holder = context.getRoot().getStore(SPACE).computeIfAbsent("site", key -> new Holder(), Holder.class);
        site = holder.site;
    }

    /** The site; there once the class's tests begin. */
    public AppSite get() {
        if (site == null) {
            throw new IllegalStateException("The site is there from beforeAll on");
        }
        return site;
    }

    /** Drops the database when the run ends. */
    private static final class Holder implements AutoCloseable {
        private final TestDatabase database = new TestDatabase();
        private final AppSite site = AppSite.on(database, Clock.systemUTC());

        @Override
        public void close() {
            database.close();
        }
    }
}
