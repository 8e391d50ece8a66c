package dev.hemstitch.ads.simulator;

import java.time.Instant;
import java.util.Optional;

/** Serves what the origin serves: what to measure the simulator with. */
public final class PassThrough implements StitchedService {
    @Override
    public Optional<byte[]> refresh(String viewer, String rendition, byte[] originSnapshot, Instant now) {
        return Optional.of(originSnapshot);
    }
}
