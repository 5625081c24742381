package org.affogato.api.auth.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /update-password}: where the link of a reset leads. */
@Path("/update-password")
@RunOnVirtualThread
public class UpdatePasswordPage {
    private final Page page = Page.named("update-password");

    @GET
    public Response get(
            @QueryParam("key") @Nullable String key, @QueryParam("password_expired") @Nullable String expired) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("key", key == null ? "" : key);
        parts.put("hint", "true".equals(expired) ? "Your password has expired." : "");
        return page.fill(parts).toResponse();
    }
}
