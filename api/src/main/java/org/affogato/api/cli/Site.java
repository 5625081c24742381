package org.affogato.api.cli;

import io.quarkus.arc.Arc;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.affogato.api.file.FileSettings;
import org.affogato.api.file.FilesFolder;
import org.affogato.api.start.AffogatoSettings;
import org.affogato.engine.Engine;
import org.affogato.engine.Work;
import org.affogato.engine.spi.Context;
import org.jspecify.annotations.Nullable;

/** The running application as commands reach it; picocli makes them before there is one. */
final class Site {
    private Site() {}

    static Engine engine() {
        return bean(Engine.class);
    }

    static DataSource dataSource() {
        return bean(DataSource.class);
    }

    static AffogatoSettings settings() {
        return bean(AffogatoSettings.class);
    }

    static Path filesFolder() {
        return FilesFolder.of(settings(), bean(FileSettings.class));
    }

    static boolean keepsFilesElsewhere() {
        return bean(FileSettings.class).store() != FileSettings.Kind.DISK;
    }

    /** Whether the database has been migrated once. */
    static boolean isThere() {
        return engine().runAndRollBack(
                        Context.ADMINISTRATOR,
                        context -> !context.database()
                                .query("SHOW TABLES LIKE 'tabDocType'")
                                .isEmpty());
    }

    /** Does work as Administrator and commits it. */
    static <T extends @Nullable Object> T asAdministrator(Work<T> work) {
        return engine().run(Context.ADMINISTRATOR, work);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
