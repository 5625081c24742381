package org.affogato.api.cli;

import org.eclipse.microprofile.config.ConfigProvider;
import picocli.CommandLine.IVersionProvider;

/** Says which Affogato this is. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.application.version", String.class)
                .orElse("development");
        return new String[] {"Affogato " + version, "Java " + Runtime.version()};
    }
}
