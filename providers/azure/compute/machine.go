// Package compute collects Azure's virtual machines, scale sets and disks.
package compute

import (
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A Machine is a virtual machine.
type Machine struct {
	inventory.Resource
	Profile
	UnmanagedDisks inventory.Known[[]string] // names of disks that are blobs of a storage account
	Image          inventory.Known[Image]
	ScaleSet       inventory.Known[string] // full id; "" where it belongs to none
}

// A Profile is what machines and scale sets have in common.
type Profile struct {
	OS               inventory.Known[string] // "Linux", "Windows"
	PasswordLogin    inventory.Known[bool]   // over SSH, into Linux
	PatchMode        inventory.Known[string] // "AutomaticByPlatform", "AutomaticByOS", "ImageDefault", "Manual"
	AssessmentMode   inventory.Known[string] // "AutomaticByPlatform", "ImageDefault"
	SecurityType     inventory.Known[string] // "Standard", "TrustedLaunch", "ConfidentialVM"
	SecureBoot       inventory.Known[bool]
	VTPM             inventory.Known[bool]
	EncryptionAtHost inventory.Known[bool]
}

// An Image is what a machine was made from.
type Image struct {
	Publisher string // of the marketplace; "" where the image is another kind
	Offer     string
	Own       bool // an image or a gallery of the customer's, or shared with it
	Community bool // of a community gallery, which anybody may open
}

// An Extension is software that Azure has put on a machine.
type Extension struct {
	inventory.Resource
	Publisher inventory.Known[string]
	Type      inventory.Known[string]
}

type osProfile struct {
	Linux *struct {
		NoPassword *bool  `json:"disablePasswordAuthentication"`
		Patch      *patch `json:"patchSettings"`
	} `json:"linuxConfiguration"`
	Windows *struct {
		Automatic *bool  `json:"enableAutomaticUpdates"`
		Patch     *patch `json:"patchSettings"`
	} `json:"windowsConfiguration"`
}

type patch struct {
	Mode       *string `json:"patchMode"`
	Assessment *string `json:"assessmentMode"`
}

type securityProfile struct {
	Type       *string `json:"securityType"`
	Encryption *bool   `json:"encryptionAtHost"`
	UEFI       *struct {
		SecureBoot *bool `json:"secureBootEnabled"`
		VTPM       *bool `json:"vTpmEnabled"`
	} `json:"uefiSettings"`
}

type storageProfile struct {
	OS    *disk  `json:"osDisk"`
	Data  []disk `json:"dataDisks"`
	Image *struct {
		Publisher string `json:"publisher"`
		Offer     string `json:"offer"`
		ID        string `json:"id"`
		Shared    string `json:"sharedGalleryImageId"`
		Community string `json:"communityGalleryImageId"`
	} `json:"imageReference"`
}

type disk struct {
	Name    string    `json:"name"`
	OSType  *string   `json:"osType"`
	Option  string    `json:"createOption"` // "Attach", "FromImage", "Empty", "Copy", "Restore"
	Image   *struct{} `json:"image"`        // a blob that the disk is a copy of
	VHD     *struct{} `json:"vhd"`          // of a disk that is a blob
	Managed *struct{} `json:"managedDisk"`
}

type ref struct {
	ID string `json:"id"`
}

func idOf(r *ref) string {
	if r == nil {
		return ""
	}
	return strings.ToLower(r.ID)
}

func uses(q *inventory.Call[azure.Rows]) []inventory.Source {
	return []inventory.Source{azure.Subscriptions, q}
}

// profileOf reads what the reference, "Virtual Machines - Get", gives defaults
// for: a machine whose securityProfile is left out is of the standard type,
// without secure boot, vTPM and encryption at host.
func profileOf(asked string, os *osProfile, security *securityProfile, storage *storageProfile) Profile {
	p := Profile{
		OS:               inventory.Unanswered[string](asked, "storageProfile.osDisk.osType"),
		PasswordLogin:    inventory.Unanswered[bool](asked, "osProfile"), // so it is for machines made from a disk
		PatchMode:        inventory.Unanswered[string](asked, "osProfile"),
		AssessmentMode:   inventory.Unanswered[string](asked, "osProfile"),
		SecurityType:     inventory.Of("Standard"),
		SecureBoot:       inventory.Of(false), // "UefiSettings will not be enabled unless this property is set"
		VTPM:             inventory.Of(false),
		EncryptionAtHost: inventory.Of(false), // "disabled unless this property is set to true"
	}
	if storage != nil && storage.OS != nil {
		p.OS = inventory.FromPtr(storage.OS.OSType, p.OS)
	}
	if s := security; s != nil {
		p.SecurityType = inventory.FromPtr(s.Type, p.SecurityType)
		p.EncryptionAtHost = inventory.FromPtr(s.Encryption, p.EncryptionAtHost)
		if s.UEFI != nil {
			p.SecureBoot = inventory.FromPtr(s.UEFI.SecureBoot, p.SecureBoot)
			p.VTPM = inventory.FromPtr(s.UEFI.VTPM, p.VTPM)
		}
	}
	if os == nil {
		return p
	}
	mode, assessment := "ImageDefault", "ImageDefault" // of Linux and of the assessment, where nothing is set
	var settings *patch
	p.PasswordLogin = inventory.Of(true) // disablePasswordAuthentication: false where it is not set
	switch {
	case os.Linux != nil:
		settings = os.Linux.Patch
		p.PasswordLogin = inventory.Not(inventory.FromPtr(os.Linux.NoPassword, inventory.Of(false)))
	case os.Windows != nil:
		settings = os.Windows.Patch
		if mode = "AutomaticByOS"; os.Windows.Automatic != nil && !*os.Windows.Automatic { // WindowsConfiguration, enableAutomaticUpdates: "Default value is true"
			mode = "Manual"
		}
	}
	if settings == nil {
		settings = &patch{}
	}
	p.PatchMode = inventory.FromPtr(settings.Mode, inventory.Of(mode))
	p.AssessmentMode = inventory.FromPtr(settings.Assessment, inventory.Of(assessment))
	return p
}

// imageOf follows "Virtual Machines - Get": imageReference is there where the
// machine was made from an image of the marketplace or of a gallery, and is
// used in no other way of creation. It has a publisher or one of the ids.
func imageOf(asked string, s *storageProfile) inventory.Known[Image] {
	switch {
	case s == nil || s.OS == nil:
		return inventory.Unanswered[Image](asked, "storageProfile")
	case s.Image == nil && s.OS.Image != nil: // a blob of the customer's
		return inventory.Of(Image{Own: true})
	case s.Image == nil && (s.OS.Option == "" || strings.EqualFold(s.OS.Option, "FromImage")):
		return inventory.Unanswered[Image](asked, "imageReference")
	case s.Image == nil: // made from a disk
		return inventory.Of(Image{})
	case s.Image.Publisher+s.Image.ID+s.Image.Shared+s.Image.Community == "":
		return inventory.Unanswered[Image](asked, "imageReference.publisher")
	}
	return inventory.Of(Image{
		Publisher: s.Image.Publisher, Offer: s.Image.Offer, Community: s.Image.Community != "",
		Own: s.Image.Community == "" && (s.Image.ID != "" || s.Image.Shared != ""),
	})
}

// unmanaged lists the disks that are blobs. By the reference a disk has vhd or
// managedDisk, each of which is left out where the other is there.
func unmanaged(asked string, s *storageProfile) inventory.Known[[]string] {
	if s == nil || s.OS == nil {
		return inventory.Unanswered[[]string](asked, "storageProfile")
	}
	names := []string{}
	for _, d := range append([]disk{*s.OS}, s.Data...) {
		switch {
		case d.VHD != nil:
			names = append(names, d.Name)
		case d.Managed == nil:
			return inventory.Unanswered[[]string](asked, "the vhd or the managedDisk of a disk")
		}
	}
	return inventory.Of(names)
}

var machineQuery = azure.Resources("Resources", "microsoft.compute/virtualmachines")

// Machines lists the virtual machines of a subscription.
var Machines = &inventory.Type[Machine]{
	Kind: "azure.compute.Machine", Level: inventory.AtAccount, Model: inventory.IaaS, Workload: true, Uses: uses(machineQuery),
	List: azure.List(machineQuery, func(r inventory.Resource, _ azure.Row, p struct {
		OS       *osProfile       `json:"osProfile"`
		Security *securityProfile `json:"securityProfile"`
		Storage  *storageProfile  `json:"storageProfile"`
		ScaleSet *ref             `json:"virtualMachineScaleSet"`
	}) *Machine {
		const asked = "Resource Graph microsoft.compute/virtualmachines"
		m := &Machine{
			Resource: r, Profile: profileOf(asked, p.OS, p.Security, p.Storage), Image: imageOf(asked, p.Storage),
			UnmanagedDisks: unmanaged(asked, p.Storage),
			ScaleSet:       inventory.Unanswered[string](asked, "properties"),
		}
		switch {
		case p.Storage == nil: // every machine has one
			m.SecurityType, m.EncryptionAtHost = inventory.Unanswered[string](asked, "properties"), inventory.Unanswered[bool](asked, "properties")
		case p.ScaleSet != nil && p.ScaleSet.ID == "":
			m.ScaleSet = inventory.Unanswered[string](asked, "virtualMachineScaleSet.id")
		default: // "Virtual Machines - Get": optional, left out where it belongs to none
			m.ScaleSet = inventory.Of(idOf(p.ScaleSet))
		}
		return m
	}),
}

var extensionQuery = azure.Resources("Resources", "microsoft.compute/virtualmachines/extensions")

// Extensions lists the extensions of a subscription's virtual machines.
var Extensions = &inventory.Type[Extension]{
	Kind: "azure.compute.Extension", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: uses(extensionQuery),
	List: azure.List(extensionQuery, func(r inventory.Resource, _ azure.Row, p struct {
		Publisher *string `json:"publisher"`
		Type      *string `json:"type"`
	}) *Extension {
		const asked = "Resource Graph microsoft.compute/virtualmachines/extensions"
		if _, of, ok := strings.Cut(r.Full, "/virtualmachines/"); ok {
			machine, _, _ := strings.Cut(of, "/")
			r.Name = machine + "/" + r.ID
		}
		return &Extension{r, inventory.FromPtr(p.Publisher, inventory.Unanswered[string](asked, "publisher")), inventory.FromPtr(p.Type, inventory.Unanswered[string](asked, "type"))}
	}),
}
