package org.affogato.api.auth.oauth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How programs may act for users: {@code affogato.oauth.*}. */
@ConfigMapping(prefix = "affogato.oauth")
public interface OAuthSettings {
    /** Whether a program may register itself as an OAuth Client; nobody has allowed it before then. */
    @WithDefault("false")
    boolean registration();
}
