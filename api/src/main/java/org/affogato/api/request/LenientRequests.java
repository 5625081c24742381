package org.affogato.api.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Takes requests as Frappe's server does that the layers below would refuse: addresses with letters that should have been
 * percent-encoded, such as {@code ?filters=[["status","=","Open"]]}, and content types that are none. All others pass.
 */
@Singleton
final class LenientRequests {
    private static final int BEFORE_ALL = 1000;
    private static final String CONTENT_TYPE = "Content-Type";
    private static final Pattern MEDIA_TYPE = Pattern.compile("\\s*+[^\\s/,;\"]++/[^\\s/,;\"]++\\s*+(;.*+)?");

    void register(@Observes Filters filters) {
        filters.register(LenientRequests::route, BEFORE_ALL);
    }

    private static void route(RoutingContext context) {
        mendContentType(context.request());
        String address = context.request().uri();
        if (LenientAddress.isProper(address)) {
            context.next();
        } else {
            context.reroute(LenientAddress.proper(address));
        }
    }

    private static void mendContentType(HttpServerRequest request) {
        String type = request.getHeader(CONTENT_TYPE);
        if (type != null && !MEDIA_TYPE.matcher(type).matches()) {
            request.headers().set(CONTENT_TYPE, "application/octet-stream");
        }
    }
}
