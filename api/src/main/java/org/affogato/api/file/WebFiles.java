package org.affogato.api.file;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.affogato.engine.error.PermissionError;
import org.affogato.engine.error.ValidationError;
import org.affogato.engine.spi.Context;
import org.affogato.engine.spi.FileContent;
import org.affogato.engine.spi.FileStore;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files from the web, where the settings allow it. Each address on the way is looked up once, checked, and
 * connected to as it was checked, so that no name can lead into the own network.
 */
final class WebFiles {
    private static final int MOST_REDIRECTS = 5;
    private static final int SECONDS = 30;
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    private final HttpClient client;
    private final FileStore store;
    private final boolean allowed;
    private final Predicate<InetAddress> open;

    /**
     * @param open whether an address may be connected to
     */
    WebFiles(Vertx vertx, FileStore store, boolean allowed, Predicate<InetAddress> open) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(5000).setKeepAlive(false));
        this.store = store;
        this.allowed = allowed;
        this.open = open;
    }

    FileContent fetch(String url, Context context) {
        if (!allowed) {
            throw new PermissionError("This site fetches no files from the web");
        }
        long limit = store.sizeLimit(context);
        URI address = address(url);
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Hop found = get(address, limit, true);
            if (found.location() == null) {
                return FileContent.of(found.body());
            }
            address = next(address, found.location());
        }
        throw new ValidationError("The address leads from one to the next without end");
    }

    private static URI next(URI from, String location) {
        try {
            return address(from.resolve(location).toString());
        } catch (IllegalArgumentException malformed) {
            throw new ValidationError("The address leads nowhere");
        }
    }

    private static URI address(String url) {
        try {
            URI address = URI.create(url);
            boolean isWeb =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (isWeb && address.getHost() != null && address.getRawUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            // told below
        }
        throw new ValidationError("This is no address on the web: " + url);
    }

    /**
     * @param again whether to ask once more where the connection breaks before an answer
     */
    private Hop get(URI address, long limit, boolean again) {
        InetAddress host = checked(address.getHost());
        try {
            return request(address, host, limit)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed(address);
        } catch (ExecutionException error) {
            if (error.getCause() instanceof ValidationError told) {
                throw told;
            }
            if (again && error.getCause() instanceof HttpClosedException) {
                return get(address, limit, false);
            }
            throw failed(address);
        } catch (TimeoutException slow) {
            throw failed(address);
        }
    }

    private static ValidationError failed(URI address) {
        return new ValidationError("The file could not be fetched from " + address.getHost());
    }

    /** One private address among several is enough to refuse the name. */
    private InetAddress checked(String host) {
        try {
            InetAddress[] found = InetAddress.getAllByName(host);
            if (List.of(found).stream().allMatch(open)) {
                return found[0];
            }
        } catch (UnknownHostException unknown) {
            throw new ValidationError("There is no host " + host);
        }
        throw new PermissionError("Files are not fetched from " + host);
    }

    private Future<Hop> request(URI address, InetAddress host, long limit) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(port, host.getHostAddress()))
                .setHost(address.getHost())
                .setPort(port)
                .setSsl(secure)
                .setFollowRedirects(false)
                .setTimeout(SECONDS * 1000L)
                .setURI(address.getRawQuery() == null ? path : path + "?" + address.getRawQuery());
        return client.request(options).compose(request -> send(request, limit));
    }

    /** Runs on the event loop, so that the answer's handlers are in place before any of it arrives. */
    private static Future<Hop> send(HttpClientRequest request, long limit) {
        return request.send().compose(response -> read(response, limit));
    }

    private static Future<Hop> read(HttpClientResponse response, long limit) {
        String location = response.getHeader("Location");
        if (REDIRECTS.contains(response.statusCode()) && location != null) {
            drop(response);
            return Future.succeededFuture(new Hop(location, new byte[0]));
        }
        if (response.statusCode() != 200) {
            drop(response);
            return Future.failedFuture(new ValidationError("The address answers " + response.statusCode()));
        }
        return body(response, limit);
    }

    /** Gives an answer up; that its body breaks off by this is known. */
    private static void drop(HttpClientResponse response) {
        response.exceptionHandler(known -> {});
        response.request().reset();
    }

    private static Future<Hop> body(HttpClientResponse response, long limit) {
        Promise<Hop> answer = Promise.promise();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        response.handler(piece -> {
            bytes.writeBytes(piece.getBytes());
            if (bytes.size() > limit && answer.tryFail(new ValidationError("The file is larger than is taken"))) {
                drop(response);
            }
        });
        response.exceptionHandler(answer::tryFail);
        response.endHandler(end -> answer.tryComplete(new Hop(null, bytes.toByteArray())));
        return answer.future();
    }

    /**
     * @param location where to look instead
     */
    private record Hop(@Nullable String location, byte[] body) {}
}
