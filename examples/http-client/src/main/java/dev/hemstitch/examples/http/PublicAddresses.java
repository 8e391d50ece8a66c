package dev.hemstitch.examples.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The addresses of the public internet, by IANA's registries of special-purpose addresses. */
final class PublicAddresses {
    private static final List<Block> NOT_PUBLIC_4 = blocks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared between a carrier and its customers; a cloud's metadata too
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // a cloud's metadata, though it looks public
            "169.254.0.0/16", // link-local; most clouds' metadata
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments; a cloud's metadata too
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays, deprecated
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarking
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, broadcast

    /** All else is unspecified, loopback, mapped, unique local, link-local, multicast or not given out. */
    private static final Block GLOBAL_UNICAST_6 = Block.of("2000::/3");

    private static final List<Block> NOT_PUBLIC_6 = blocks(
            "2001::/23", // protocol assignments, Teredo among them
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4: any IPv4 address
            "3fff::/20"); // documentation

    private static final Block NAT64 = Block.of("64:ff9b::/96");

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return isPublic4(bytes);
        }
        return NAT64.contains(bytes)
                ? isPublic4(Arrays.copyOfRange(bytes, 12, 16))
                : GLOBAL_UNICAST_6.contains(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.contains(bytes));
    }

    private static boolean isPublic4(byte[] bytes) {
        return NOT_PUBLIC_4.stream().noneMatch(block -> block.contains(bytes));
    }

    private static List<Block> blocks(String... texts) {
        return Stream.of(texts).map(Block::of).toList();
    }

    /** Addresses that begin with the same bits. */
    private static final class Block {
        private final byte[] prefix;
        private final int bits;

        private Block(byte[] prefix, int bits) {
            this.prefix = prefix;
            this.bits = bits;
        }

        static Block of(String text) {
            int slash = text.indexOf('/');
            try {
                byte[] prefix = InetAddress.getByName(text.substring(0, slash)).getAddress();
                return new Block(prefix, Integer.parseInt(text.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text + " does not begin with an address", e);
            }
        }

        boolean contains(byte[] address) {
            int whole = bits / 8;
            if (!Arrays.equals(prefix, 0, whole, address, 0, whole)) {
                return false;
            }
            int rest = 8 - bits % 8;
            return rest == 8 || (prefix[whole] & 0xFF) >> rest == (address[whole] & 0xFF) >> rest;
        }
    }
}
