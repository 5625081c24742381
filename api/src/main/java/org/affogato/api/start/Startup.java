package org.affogato.api.start;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.List;
import javax.sql.DataSource;
import org.affogato.engine.Engine;
import org.affogato.engine.db.DatabaseRestore;
import org.affogato.engine.install.MigrationFailure;
import org.affogato.engine.install.MigrationReport;
import org.affogato.engine.spi.BackgroundWork;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * Brings the site up to date before the first request, and says when it answers. The port opens after this is done.
 */
@Singleton
class Startup {
    private static final Logger LOG = Logger.getLogger(Startup.class);

    private final AffogatoSettings settings;
    private final Engine engine;
    private final DataSource source;
    private final FirstPassword firstPassword;
    private final List<BackgroundWork> background;

    Startup(
            AffogatoSettings settings,
            Engine engine,
            DataSource source,
            FirstPassword firstPassword,
            @All List<BackgroundWork> background) {
        this.settings = settings;
        this.engine = engine;
        this.source = source;
        this.firstPassword = firstPassword;
        this.background = background;
    }

    void prepare(@Observes StartupEvent event) {
        if (!settings.serving()) {
            return;
        }
        if (new DatabaseRestore(source).undoInterrupted()) {
            LOG.warn("A restore was interrupted: the database is as it was before it");
        }
        migrate();
        firstPassword.ensure();
        background.forEach(BackgroundWork::start);
    }

    void end(@Observes ShutdownEvent event) {
        if (settings.serving()) {
            background.forEach(BackgroundWork::stop);
        }
    }

    /** A table that cannot be brought in line keeps nobody from the other ones. */
    private void migrate() {
        try {
            report(engine.migrator().migrate(new LoggedProgress()));
        } catch (MigrationFailure failure) {
            LOG.error(failure.getMessage());
        }
    }

    private static void report(MigrationReport report) {
        report.warnings().forEach(LOG::debug);
        if (report.definitions() + report.tables() > 0) {
            LOG.infof("Migrated %d DocTypes, %d tables", report.definitions(), report.tables());
        }
    }

    void announce(@ObservesAsync HttpServerStart server) {
        String host = server.options().getHost();
        String shown = host.equals("0.0.0.0") ? "127.0.0.1" : host;
        LOG.infof("Affogato is ready at http://%s:%d", shown, port(server));
    }

    /** Where any free port was asked for, the settings say afterwards which one it is. */
    private static int port(HttpServerStart server) {
        int port = server.options().getPort();
        return port > 0 ? port : ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
    }
}
