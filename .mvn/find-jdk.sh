# Sourced by `frechet` and `mvnw`: find_jdk sets JDK to the home of a JDK 25 or newer, and JDK_VERSION.
# It starts no JVM, it reads JAVA_VERSION in the file `release` that every JDK carries.
# shellcheck shell=sh

JDK_LEAST=25

# jdk_at HOME: succeeds, and sets JDK and JDK_VERSION, if HOME holds a JDK that is new enough.
jdk_at() {
  [ -r "$1/release" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  jdk_found=
  while IFS= read -r jdk_line || [ -n "$jdk_line" ]; do
    case $jdk_line in
    JAVA_VERSION=*)
      jdk_found=${jdk_line#JAVA_VERSION=}
      jdk_found=${jdk_found#\"}
      jdk_found=${jdk_found%%\"*}
      ;;
    esac
  done <"$1/release"
  jdk_major=${jdk_found%%[!0-9]*}
  [ -n "$jdk_major" ] && [ "$jdk_major" -ge "$JDK_LEAST" ] || return 1
  JDK=$1 JDK_VERSION=$jdk_found
}

# jdk_on_path: the JDK of the first `java` on the path, through its symbolic links.
jdk_on_path() {
  jdk_java=$(command -v java) || return 1
  jdk_hops=0
  while [ -L "$jdk_java" ] && [ "$jdk_hops" -lt 20 ]; do
    jdk_link=$(readlink "$jdk_java") || return 1
    case $jdk_link in
    /*) jdk_java=$jdk_link ;;
    *) jdk_java=${jdk_java%/*}/$jdk_link ;;
    esac
    jdk_hops=$((jdk_hops + 1))
  done
  case $jdk_java in
  */bin/java) jdk_at "${jdk_java%/bin/java}" ;;
  *) return 1 ;;
  esac
}

# jdk_in_folders: the usual folders; 25, the version that we test with, before any newer one.
jdk_in_folders() {
  jdk_newer= jdk_newer_version=
  for jdk_home in \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /usr/local/openjdk-* \
    /opt/java/* /opt/jvm/* /opt/*jdk* /opt/*/jdk* \
    "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.gradle/jdks/* \
    "${HOME-}"/.local/share/mise/installs/java/* "${HOME-}"/.asdf/installs/java/* "${HOME-}"/.jabba/jdk/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec; do
    jdk_at "$jdk_home" || continue
    [ "$jdk_major" -gt "$JDK_LEAST" ] || return 0
    [ -n "$jdk_newer" ] || jdk_newer=$JDK jdk_newer_version=$JDK_VERSION
  done
  JDK=$jdk_newer JDK_VERSION=$jdk_newer_version
  [ -n "$JDK" ]
}

find_jdk() {
  JDK= JDK_VERSION=
  if [ -n "${FRECHET_JAVA_HOME-}" ]; then
    jdk_at "$FRECHET_JAVA_HOME" && return 0
    echo "frechet: FRECHET_JAVA_HOME ($FRECHET_JAVA_HOME) is not the home of a JDK $JDK_LEAST or newer; correct it, or unset it to have one looked for" >&2
    return 3
  fi
  { [ -n "${JAVA_HOME-}" ] && jdk_at "$JAVA_HOME"; } || jdk_on_path || jdk_in_folders && return 0
  echo "frechet: no JDK $JDK_LEAST or newer found; install one from https://adoptium.net, or with 'apt install openjdk-25-jdk', 'brew install openjdk@25' or 'sdk install java 25-tem', or set FRECHET_JAVA_HOME to its folder" >&2
  return 3
}
