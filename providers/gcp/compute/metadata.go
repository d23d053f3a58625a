package compute

import (
	"strings"

	"demarc/providers/inventory"
)

// A Switch is a value of a predefined key of the metadata.
type Switch string

// The values. Unset is a key that is not there.
const (
	On    Switch = "on"
	Off   Switch = "off"
	Unset Switch = ""
)

// Metadata is what a project's or an instance's metadata says of its ways in.
// No other key is kept: metadata holds startup scripts, and secrets in them.
type Metadata struct {
	OSLogin          inventory.Known[Switch] // enable-oslogin
	OSLogin2FA       inventory.Known[Switch] // enable-oslogin-2fa
	SerialPort       inventory.Known[Switch] // serial-port-enable
	BlockProjectKeys inventory.Known[Switch] // block-project-ssh-keys
}

type metadataJSON struct {
	Items []struct {
		Key   string  `json:"key"`
		Value *string `json:"value"`
	} `json:"items"`
}

// metadataOf reads metadata; an object without items holds no keys. Metadata
// that the answer lacks is a Gap, and so is an item that does not say its key.
func metadataOf(j *metadataJSON, asked, what string) Metadata {
	if j == nil || j.nameless() {
		hidden := inventory.Unanswered[Switch](asked, what)
		return Metadata{hidden, hidden, hidden, hidden}
	}
	read := func(key string) inventory.Known[Switch] {
		for _, item := range j.Items {
			if item.Key == key { // keys are case-sensitive
				return switchOf(item.Value, asked, what+"."+key)
			}
		}
		return inventory.Of(Unset)
	}
	return Metadata{read("enable-oslogin"), read("enable-oslogin-2fa"), read("serial-port-enable"), read("block-project-ssh-keys")}
}

func (j *metadataJSON) nameless() bool {
	for _, item := range j.Items {
		if item.Key == "" {
			return true
		}
	}
	return false
}

// created is the managed instance group that made an instance, by the key that
// the group sets; "" for none.
func created(h Home, j *metadataJSON, asked string) inventory.Known[string] {
	if j == nil || j.nameless() {
		return inventory.Unanswered[string](asked, "metadata")
	}
	for _, item := range j.Items {
		if item.Key == "created-by" && item.Value != nil && strings.Contains(*item.Value, "/instanceGroupManagers/") {
			return inventory.Of(h.Ref(*item.Value))
		}
	}
	return inventory.Of("")
}

// switchOf reads a boolean of the metadata: TRUE, Y, Yes or 1; FALSE, N, No or
// 0; in any case ("Predefined metadata keys", "Boolean values"). What another
// word does is not documented.
func switchOf(value *string, asked, what string) inventory.Known[Switch] {
	if value != nil {
		switch strings.ToLower(strings.TrimSpace(*value)) {
		case "true", "y", "yes", "1":
			return inventory.Of(On)
		case "false", "n", "no", "0":
			return inventory.Of(Off)
		}
	}
	return inventory.Unanswered[Switch](asked, "a value of "+what+" that is TRUE or FALSE")
}

// effective is a value that the answer states to be in effect, where it does.
func effective(p *bool) inventory.Known[Switch] {
	switch {
	case p == nil:
		return inventory.Of(Unset)
	case *p:
		return inventory.Of(On)
	}
	return inventory.Of(Off)
}

// inEffect is the first of the values that is set: what the instance states to
// be in effect (which counts metadata set for the zone too), else its own
// value, else the project's; the default of each key is off.
func inEffect(values ...func() inventory.Known[Switch]) inventory.Known[bool] {
	if len(values) == 0 {
		return inventory.Of(false)
	}
	return inventory.Then(values[0](), func(s Switch) inventory.Known[bool] {
		if s == Unset {
			return inEffect(values[1:]...)
		}
		return inventory.Of(s == On)
	})
}

func (i *Instance) setting(inv *inventory.Inventory, of func(*Metadata) inventory.Known[Switch]) inventory.Known[bool] {
	return inEffect(
		func() inventory.Known[Switch] { return of(&i.Effective) },
		func() inventory.Known[Switch] { return of(&i.Metadata) },
		func() inventory.Known[Switch] {
			return inventory.Then(Projects.The(inv, ""), func(p *Project) inventory.Known[Switch] { return of(&p.Metadata) })
		},
	)
}

// OSLogin reports whether the instance takes logins by IAM alone. It needs
// Projects.
func (i *Instance) OSLogin(inv *inventory.Inventory) inventory.Known[bool] {
	return i.setting(inv, func(m *Metadata) inventory.Known[Switch] { return m.OSLogin })
}

// SerialPort reports whether the instance's serial console takes connections.
// It needs Projects.
func (i *Instance) SerialPort(inv *inventory.Inventory) inventory.Known[bool] {
	return i.setting(inv, func(m *Metadata) inventory.Known[Switch] { return m.SerialPort })
}

// BlocksProjectKeys reports whether the instance refuses the SSH keys of the
// project's metadata. The key counts in the instance's own metadata alone
// ("Restrict SSH keys from VMs"); it is off by default.
func (i *Instance) BlocksProjectKeys() inventory.Known[bool] {
	return inventory.Map(i.Metadata.BlockProjectKeys, func(s Switch) bool { return s == On })
}
