package org.affogato.api.auth.jwt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.affogato.api.request.Reply;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;

/** {@code /.well-known/jwks.json}: the public key by which others check the site's tokens. */
@Path("/.well-known/jwks.json")
@RunOnVirtualThread
public class KeySet {
    private final SigningKeys keys;

    KeySet(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    public Response get() {
        String json = new JsonWebKeySet(keys.pair()).toJson(OutputControlLevel.PUBLIC_ONLY);
        return Reply.json(200, json.getBytes(StandardCharsets.UTF_8)).toResponse();
    }
}
