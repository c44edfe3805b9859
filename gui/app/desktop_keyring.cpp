#include "gui/app/desktop_keyring.hpp"

#include <libsecret/secret.h>
#include <memory>

namespace octad::gui {
namespace {

struct FreeError {
  void operator()(GError* error) const { g_error_free(error); }
};
struct FreePassword {
  void operator()(gchar* password) const { secret_password_free(password); }
};

/// Passwords are found by the address they are for.
const SecretSchema& schema() {
  static const SecretSchema made = [] {
    SecretSchema built{};
    built.name = "org.octad.Password";
    built.flags = SECRET_SCHEMA_NONE;
    built.attributes[0] = {"address", SECRET_SCHEMA_ATTRIBUTE_STRING};
    return built;
  }();
  return made;
}

/// Takes over what GLib reports; true when there was nothing.
class Failure {
 public:
  GError** place() { return &m_error; }
  bool none() {
    const std::unique_ptr<GError, FreeError> owned(m_error);
    m_error = nullptr;
    return owned == nullptr;
  }

 private:
  GError* m_error = nullptr;
};

}  // namespace

bool DesktopKeyring::available() {
  Failure failure;
  SecretService* service = secret_service_get_sync(SECRET_SERVICE_OPEN_SESSION, nullptr, failure.place());
  if (service != nullptr) g_object_unref(service);
  return failure.none() && service != nullptr;
}

std::optional<std::string> DesktopKeyring::find(const std::string& address) {
  Failure failure;
  const std::unique_ptr<gchar, FreePassword> found(
      secret_password_lookup_sync(&schema(), nullptr, failure.place(), "address", address.c_str(), nullptr));
  if (!failure.none() || !found) return std::nullopt;
  return std::string(found.get());
}

bool DesktopKeyring::keep(const std::string& address, const std::string& password) {
  Failure failure;
  const gboolean kept = secret_password_store_sync(&schema(), SECRET_COLLECTION_DEFAULT,
                                                   ("Octad: " + address).c_str(), password.c_str(), nullptr,
                                                   failure.place(), "address", address.c_str(), nullptr);
  return failure.none() && kept != FALSE;
}

void DesktopKeyring::forget(const std::string& address) {
  Failure failure;
  secret_password_clear_sync(&schema(), nullptr, failure.place(), "address", address.c_str(), nullptr);
  failure.none();
}

}  // namespace octad::gui
