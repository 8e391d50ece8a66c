#!/usr/bin/env bash
# Makes the sample presentations described in README.md.
#
#   ./make-samples.sh [FOLDER]      FOLDER is where they go; without it, the folder of this script
#
# Needs ffmpeg (with libx264), openssl and python3. In FOLDER, the folders ts, fmp4, aes128 and byterange are replaced.
set -euo pipefail
export LC_ALL=C

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "${1:-$here}"
out=$(cd "${1:-$here}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

readonly FRAME_RATE=12
# ffmpeg's MPEG-TS muxer starts 1.4 s (in units of 0.1 s: 14) after the offset it is given.
readonly TS_MUXER_DELAY=14

readonly CONTENT_KEY_1=000102030405060708090a0b0c0d0e0f
readonly CONTENT_KEY_2=101112131415161718191a1b1c1d1e1f
readonly AD_KEY=a0a1a2a3a4a5a6a7a8a9aaabacadaeaf

# What tells one source from another: background colour, tones (Hz), time stamp of the first frame (s).
source_facts() {
  case $1 in
    content) colour=0x1838D8 tone=440  second_tone=550  start=10 ;;
    ad-10)   colour=0xD02020 tone=880  second_tone=1100 start=1000 ;;
    ad-15)   colour=0x109030 tone=1320 second_tone=1650 start=2000 ;;
    slate)   colour=0x707070 tone=220  second_tone=275  start=3000 ;;
    *) echo "no such source: $1" >&2; return 1 ;;
  esac
}

# The picture: the colour with a little grain; along the top the second in six bits; along the bottom the frame within
# the second in four bits. The most significant bit is on the left; white is 1, black is 0.
picture() { # width height seconds
  local filter="color=c=$colour:s=$1x$2:r=$FRAME_RATE:d=$3,noise=c0s=8:c0f=t" bit
  filter+=",drawbox=x=iw/8:y=0:w=iw*6/8:h=ih*2/9:color=black:t=fill"
  for bit in 0 1 2 3 4 5; do
    filter+=",drawbox=x=iw*$((6 - bit))/8:y=0:w=iw/8:h=ih*2/9:color=white:t=fill"
    filter+=":enable=mod(floor(n/$((FRAME_RATE << bit)))\\,2)"
  done
  filter+=",drawbox=x=iw*2/8:y=ih*7/9:w=iw*4/8:h=ih*2/9:color=black:t=fill"
  for bit in 0 1 2 3; do
    filter+=",drawbox=x=iw*$((5 - bit))/8:y=ih*7/9:w=iw/8:h=ih*2/9:color=white:t=fill"
    filter+=":enable=mod(floor(mod(n\\,$FRAME_RATE)/$((1 << bit)))\\,2)"
  done
  echo "$filter,format=yuv420p"
}

sound() { # tone seconds
  echo "sine=frequency=$1:sample_rate=48000:duration=$2"
}

exact=(-map_metadata -1 -fflags +bitexact -flags +bitexact)

# Closed groups of pictures of a fixed length, no B-frames, no SEI (it would name the encoder's build).
video_codec() { # group_frames bits_per_second
  echo "-c:v libx264 -threads 1 -preset slow -profile:v main -bf 0 -g $1 -keyint_min $1 -sc_threshold 0" \
    "-b:v $2 -maxrate $2 -bufsize $2 -color_range tv -colorspace smpte170m -color_primaries smpte170m -color_trc smpte170m" \
    "-bsf:v filter_units=remove_types=6"
}

# The first AAC frame only primes the decoder; without it the sound starts with the picture.
audio_codec() { # bits_per_second
  echo "-c:a aac -ac 1 -b:a $1 -bsf:a noise=drop=eq(n\\,0)"
}

# Clear MPEG-TS segments of one rendition, in $work/KIND/SOURCE/RENDITION, with ffmpeg's own list of their durations.
ts_rendition() { # kind source rendition width height seconds segment_frames video_rate audio_rate
  local folder=$work/$1/$2/$3 offset
  source_facts "$2"
  offset=$((start * 10 - TS_MUXER_DELAY))
  mkdir -p "$folder"
  # shellcheck disable=SC2046  # the options are words to be split
  ffmpeg -nostdin -v error -f lavfi -i "$(picture "$4" "$5" "$6")" -f lavfi -i "$(sound "$tone" "$6")" "${exact[@]}" \
    $(video_codec "$7" "$8") $(audio_codec "$9") -output_ts_offset "$((offset / 10)).$((offset % 10))" \
    -f hls -hls_playlist_type vod -hls_time "$(python3 -c "print($7 / $FRAME_RATE)")" \
    -hls_segment_options pat_period=1:sdt_period=60 -hls_segment_filename "$folder/%d.ts" "$folder/list.m3u8"
}

ts_source() { # kind source seconds segment_frames high_video_rate low_video_rate
  ts_rendition "$1" "$2" v180 320 180 "$3" "$4" "$5" 24k
  ts_rendition "$1" "$2" v90 160 90 "$3" "$4" "$6" 24k
}

playlists() { python3 "$here/playlists.py" "$@"; }

encrypt() { # folder key first_sequence_number last_sequence_number
  local number
  for ((number = $3; number <= $4; number++)); do
    openssl enc -aes-128-cbc -K "$2" -iv "$(printf %032x "$number")" \
      -in "$1/segment-$number.ts" -out "$1/segment-$number.encrypted"
    mv "$1/segment-$number.encrypted" "$1/segment-$number.ts"
  done
}

key_file() { # file key_in_hexadecimal
  python3 -c 'import sys; open(sys.argv[1], "wb").write(bytes.fromhex(sys.argv[2]))' "$1" "$2"
}

multivariant_ts() { # folder
  playlists multivariant "$1" --frame-rate "$FRAME_RATE" --video v180 320x180 --video v90 160x90
}

# One video or audio track with a fragment for every frame: what playlists.py makes segments of.
fmp4_tracks() { # source seconds group_frames high_video_rate low_video_rate
  local folder=$work/fmp4/$1 fragmented
  source_facts "$1"
  fragmented="-f mp4 -movflags empty_moov+default_base_moof+frag_every_frame+skip_trailer -use_editlist 0"
  mkdir -p "$folder"
  # shellcheck disable=SC2046,SC2086  # the options are words to be split
  {
    ffmpeg -nostdin -v error -f lavfi -i "$(picture 320 180 "$2")" "${exact[@]}" $(video_codec "$3" "$4") \
      -video_track_timescale 90000 $fragmented "$folder/v180.mp4"
    ffmpeg -nostdin -v error -f lavfi -i "$(picture 160 90 "$2")" "${exact[@]}" $(video_codec "$3" "$5") \
      -video_track_timescale 90000 $fragmented "$folder/v90.mp4"
    ffmpeg -nostdin -v error -f lavfi -i "$(sound "$tone" "$2")" "${exact[@]}" $(audio_codec 24k) \
      $fragmented "$folder/audio-en.mp4"
    ffmpeg -nostdin -v error -f lavfi -i "$(sound "$second_tone" "$2")" "${exact[@]}" $(audio_codec 24k) \
      $fragmented "$folder/audio-de.mp4"
  }
}

fmp4_source() { # source seconds group_frames groups_per_segment high_video_rate low_video_rate [program_date_time]
  local tracks=$work/fmp4/$1 folder=$out/fmp4/$1 rendition common
  fmp4_tracks "$1" "$2" "$3" "$5" "$6"
  common=(--seconds "$2" --start "$start" --frame-rate "$FRAME_RATE" --segment-frames "$(($3 * $4))")
  if [ $# -ge 7 ]; then common+=(--date "$7"); fi
  for rendition in v180 v90; do
    playlists fmp4-video "$tracks/$rendition.mp4" "$folder/$rendition" "${common[@]}"
  done
  for rendition in audio-en audio-de; do
    playlists fmp4-audio "$tracks/$rendition.mp4" "$folder/$rendition" "${common[@]}"
  done
  playlists subtitles "$1" "$folder/subtitles-en" "${common[@]}"
  playlists multivariant "$folder" --frame-rate "$FRAME_RATE" --video v180 320x180 --video v90 160x90 \
    --audio audio-en en English --audio audio-de de Deutsch --subtitles subtitles-en en English
}

rm -rf "$out/ts" "$out/fmp4" "$out/aes128" "$out/byterange"

# --- MPEG-TS, in the clear
ts_source ts content 36 48 60k 16k
ts_source ts ad-10 10 30 55k 22k
ts_source ts ad-15 15 36 90k 16k
for source in content ad-10 ad-15; do
  for rendition in v180 v90; do
    playlists ts "$work/ts/$source/$rendition" "$out/ts/$source/$rendition"
  done
  multivariant_ts "$out/ts/$source"
done

# --- Fragmented MP4: video, audio, subtitles and I-frame playlists
fmp4_source content 36 24 2 60k 16k 2026-01-01T00:00:00.000Z
fmp4_source ad-10 10 24 1 55k 22k
fmp4_source ad-15 15 21 2 90k 16k
fmp4_source slate 4 12 1 40k 14k

# --- MPEG-TS with AES-128: the IV is the media sequence number
ts_source aes128 content 32 48 60k 16k
ts_source aes128 ad-10 10 30 55k 22k
ts_source aes128 ad-15 15 36 90k 16k
for rendition in v180 v90; do
  content=$out/aes128/content/$rendition
  playlists ts "$work/aes128/content/$rendition" "$content" --first-number 7 --key 7 ../key-1.key --key 11 ../key-2.key
  encrypt "$content" "$CONTENT_KEY_1" 7 10
  encrypt "$content" "$CONTENT_KEY_2" 11 14
  playlists ts "$work/aes128/ad-10/$rendition" "$out/aes128/ad-10/$rendition"
  ad=$out/aes128/ad-15/$rendition
  playlists ts "$work/aes128/ad-15/$rendition" "$ad" --first-number 100 --key 100 ../ad.key
  encrypt "$ad" "$AD_KEY" 100 104
done
key_file "$out/aes128/content/key-1.key" "$CONTENT_KEY_1"
key_file "$out/aes128/content/key-2.key" "$CONTENT_KEY_2"
key_file "$out/aes128/ad-15/ad.key" "$AD_KEY"
for source in content ad-10 ad-15; do multivariant_ts "$out/aes128/$source"; done

# --- MPEG-TS in one file per rendition, with byte ranges
ts_source byterange content 34 48 60k 16k
ts_source byterange ad-10 10 30 55k 22k
ts_source byterange ad-15 15 36 90k 16k
for rendition in v180 v90; do
  playlists ts "$work/byterange/content/$rendition" "$out/byterange/content/$rendition" --ranges implicit
  playlists ts "$work/byterange/ad-10/$rendition" "$out/byterange/ad-10/$rendition" --ranges explicit
  playlists ts "$work/byterange/ad-15/$rendition" "$out/byterange/ad-15/$rendition"
done
for source in content ad-10 ad-15; do multivariant_ts "$out/byterange/$source"; done
