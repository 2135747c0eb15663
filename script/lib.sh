# Sourced by the scripts beside it: finds or installs what they need.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

# The first of the given names that the system's package manager can install, as root or by a sudo that asks nothing.
install_package() {
  local as_root=""
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null && as_root="sudo -n"
  fi
  local name
  if command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || [ -n "$as_root" ]; }; then
    $as_root apt-get update -qq >/dev/null 2>&1 || true
    for name in "$@"; do
      say "Installing $name ..."
      $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$name" >/dev/null 2>&1 && return 0
    done
  elif command -v dnf >/dev/null && { [ "$(id -u)" = 0 ] || [ -n "$as_root" ]; }; then
    for name in "$@"; do
      say "Installing $name ..."
      $as_root dnf install -y -q "$name" >/dev/null 2>&1 && return 0
    done
  elif command -v brew >/dev/null; then
    for name in "$@"; do
      say "Installing $name ..."
      brew install -q "$name" >/dev/null 2>&1 && return 0
    done
  fi
  return 1
}

is_jdk_25() {
  [ -x "$1/bin/javac" ] && grep -qs '^JAVA_VERSION="25[".]' "$1/release"
}

# A JDK 25 that is installed already, wherever systems and tools keep them.
find_jdk() {
  local home java
  java="$(command -v javac 2>/dev/null || true)"
  [ -n "$java" ] && java="$(readlink -f "$java" 2>/dev/null || echo "$java")"
  for home in "${JAVA_HOME:-}" "${java%/bin/javac}" \
    /usr/lib/jvm/* /usr/java/* /usr/local/*jdk* /opt/*jdk* /opt/java/* /opt/jvm/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    "$HOME"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$home" ] && is_jdk_25 "$home"; then
      echo "$home"
      return 0
    fi
  done
  return 1
}

need_jdk() {
  local home
  home="$(find_jdk)" || {
    install_package openjdk-25-jdk-headless temurin-25-jdk java-25-openjdk-devel openjdk@25 || true
    home="$(find_jdk)" || fail "Fenliu needs a JDK 25 and finds none: install one (Temurin, OpenJDK) or point JAVA_HOME at it, then start again."
  }
  export JAVA_HOME="$home"
}

find_maven() {
  local mvn
  for mvn in "${MAVEN_HOME:-}/bin/mvn" "$(command -v mvn 2>/dev/null || true)" /opt/*maven*/bin/mvn /usr/share/maven/bin/mvn \
    "$HOME"/.sdkman/candidates/maven/current/bin/mvn /opt/homebrew/bin/mvn /usr/local/bin/mvn; do
    if [ -n "$mvn" ] && [ -x "$mvn" ]; then
      echo "$mvn"
      return 0
    fi
  done
  return 1
}

need_maven() {
  MVN="$(find_maven)" || {
    install_package maven || true
    MVN="$(find_maven)" || fail "Fenliu is built by Maven 3.8 or later and finds none: install it, then start again."
  }
}

has_chromium() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null && return 0
  done
  return 1
}

need_chromium() {
  has_chromium && return 0
  install_package chromium || true
  has_chromium || fail "The browser tests need Chromium or Chrome on the PATH and find none: install it, then start again."
}

# Without one, pictures of the pages show boxes instead of words.
need_cjk_font() {
  command -v fc-list >/dev/null || return 0
  [ -n "$(fc-list :lang=zh-tw 2>/dev/null | head -1)" ] && return 0
  install_package fonts-noto-cjk google-noto-sans-cjk-fonts google-noto-sans-cjk-vf-fonts || say "There is no font with Chinese characters: pages are tested all the same."
}

# Says nothing about how Maven's own libraries use the JDK.
maven() {
  MAVEN_OPTS="${MAVEN_OPTS:-} -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" "$MVN" -B -ntp "$@"
}

PROGRAM_CLASSPATH="app/target/server.classpath"
PROGRAM_STAMP="app/target/server.stamp"

program_changed() {
  [ ! -s "$PROGRAM_CLASSPATH" ] || [ ! -e "$PROGRAM_STAMP" ] ||
    [ -n "$(find pom.xml app/pom.xml app/src/main ui-templates/pom.xml ui-templates/src modules/*/pom.xml modules/*/src/main \
      -newer "$PROGRAM_STAMP" -print -quit 2>/dev/null)" ]
}

# Builds the program where something changed since it was built last.
build_program() {
  program_changed || return 0
  need_maven
  say "Building ..."
  local started="$ROOT/.server.started.$$"
  touch "$started"
  maven -q -Dmaven.test.skip=true -Dspotless.check.skip=true -Dspring-boot.repackage.skip=true -pl app -am \
    package dependency:build-classpath -Dmdep.outputFile=target/server.classpath -DincludeScope=runtime ||
    { rm -f "$started"; fail "The build failed."; }
  # As of when it began: what changed meanwhile is not in it.
  mv "$started" "$PROGRAM_STAMP"
}
