package org.affogato.api.start;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.affogato.engine.Engine;
import org.affogato.engine.EngineSettings;
import org.affogato.engine.spi.App;
import org.affogato.engine.spi.MailSender;
import org.affogato.engine.spi.WhitelistedMethods;

/** Makes the engine of the site from the settings, the data source and the apps that are there. */
final class EngineProducer {
    @Produces
    @Singleton
    Engine engine(
            AffogatoSettings settings,
            DataSource source,
            @All List<App> apps,
            @All List<WhitelistedMethods> methods,
            MailSender mailSender) {
        return new Engine(engineSettings(settings), source, apps, methods, mailSender);
    }

    private static EngineSettings engineSettings(AffogatoSettings settings) {
        List<Path> folders = settings.appFolders().orElse(List.of()).stream()
                .map(Path::toAbsolutePath)
                .toList();
        return new EngineSettings(
                settings.site(),
                EncryptionKey.of(settings),
                settings.developerMode(),
                folders,
                settings.timeZone().orElse(null),
                Clock.systemUTC(),
                SiteAddress.of(settings));
    }
}
