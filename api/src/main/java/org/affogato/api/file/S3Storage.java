package org.affogato.api.file;

import java.io.InputStream;
import java.util.Optional;
import org.affogato.engine.spi.FileContent;
import org.affogato.engine.spi.FilePath;
import org.affogato.engine.spi.FileStore.Stored;
import org.affogato.engine.spi.FileType;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Contents as objects of a bucket, under the names that they have in the folder of a Frappe site. */
final class S3Storage implements Storage {
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    S3Storage(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    static S3Storage of(FileSettings.S3 settings) {
        String bucket = settings.bucket()
                .orElseThrow(() -> new IllegalStateException("affogato.files.s3.bucket names no bucket"));
        return new S3Storage(client(settings), bucket, settings.prefix().orElse(""));
    }

    /** Checksums only where the protocol demands them: not every server takes Amazon's newer ones. */
    private static S3Client client(FileSettings.S3 settings) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false));
        settings.endpoint().ifPresent(builder::endpointOverride);
        if (settings.accessKey().isPresent() && settings.secretKey().isPresent()) {
            builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    settings.accessKey().get(), settings.secretKey().get())));
        }
        return builder.build();
    }

    @Override
    public Optional<Stored> find(FilePath path) {
        try {
            HeadObjectResponse known =
                    client.headObject(request -> request.bucket(bucket).key(key(path)));
            return Optional.of(new Stored(known.contentLength(), known.lastModified()));
        } catch (NoSuchKeyException missing) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream open(FilePath path, long offset, long length) {
        if (length == 0) {
            return InputStream.nullInputStream();
        }
        String range = "bytes=%d-%d".formatted(offset, offset + length - 1);
        return client.getObject(request -> request.bucket(bucket).key(key(path)).range(range));
    }

    /** Asks before it writes, since not every server knows the condition that makes the write itself safe. */
    @Override
    public boolean create(FilePath path, FileContent content) {
        if (find(path).isPresent()) {
            return false;
        }
        try {
            put(put(path).ifNoneMatch("*").build(), content);
            return true;
        } catch (S3Exception refused) {
            if (refused.statusCode() == PRECONDITION_FAILED) {
                return false;
            }
            throw refused;
        }
    }

    @Override
    public boolean copy(FilePath from, FilePath to) {
        if (find(to).isPresent()) {
            return false;
        }
        client.copyObject(request -> request.sourceBucket(bucket)
                .sourceKey(key(from))
                .destinationBucket(bucket)
                .destinationKey(key(to)));
        return true;
    }

    @Override
    public void replace(FilePath path, FileContent content) {
        put(put(path).build(), content);
    }

    @Override
    public void delete(FilePath path) {
        client.deleteObject(request -> request.bucket(bucket).key(key(path)));
    }

    private PutObjectRequest.Builder put(FilePath path) {
        return PutObjectRequest.builder().bucket(bucket).key(key(path));
    }

    private void put(PutObjectRequest request, FileContent content) {
        client.putObject(
                request,
                RequestBody.fromContentProvider(content::open, content.size(), FileType.mediaTypeOf(request.key())));
    }

    private String key(FilePath path) {
        return prefix + (path.isPrivate() ? "private/files/" : "public/files/") + path.name();
    }
}
